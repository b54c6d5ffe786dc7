import { NextIntlClientProvider } from 'next-intl';
import { getMessages } from 'next-intl/server';
import type { ReactNode } from 'react';

/** What the pages of what if say in the browser: their own words, and those of the report that is made there. */
export async function BrowserMessages({ children }: { children: ReactNode }) {
  const {
    ui,
    format,
    words,
    units,
    zones,
    columns,
    gaps,
    notes,
    lines,
    lineDetails,
    statement,
    contract,
    whatIf,
    periods,
  } = (await getMessages()) as unknown as Catalogue;
  const { period, program, job, error, theme } = ui;
  const pages = { period, program, job, error, theme, whatIf: ui.whatIf };
  const report = {
    format,
    words,
    units,
    zones,
    columns,
    gaps,
    notes,
    lines,
    lineDetails,
    statement,
    contract,
    whatIf,
    periods,
  };
  return <NextIntlClientProvider messages={{ ...report, ui: pages }}>{children}</NextIntlClientProvider>;
}
