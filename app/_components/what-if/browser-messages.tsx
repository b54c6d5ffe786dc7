import { NextIntlClientProvider } from 'next-intl';
import { getMessages } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { Catalogue } from '../../../i18n/messages.ts';

/** The parts of the catalogue of reports that a report of what if says. */
const reports = [
  ...['format', 'words', 'units', 'zones', 'columns', 'gaps', 'notes', 'lines', 'lineDetails'],
  ...['statement', 'contract', 'whatIf', 'periods'],
];
/** The parts of the catalogue of pages that are said around it in the browser. */
const pages = ['period', 'program', 'job', 'error', 'theme', 'report', 'whatIf'];

/** What the pages of what if say in the browser: their own words, and those of the report that is made there. */
export async function BrowserMessages({ children }: { children: ReactNode }) {
  const all = (await getMessages()) as unknown as Catalogue;
  const chosen = { ...only(all, reports), ui: only(all.ui, pages) };
  return <NextIntlClientProvider messages={chosen as unknown as Catalogue}>{children}</NextIntlClientProvider>;
}

function only(messages: object, names: readonly string[]): object {
  return Object.fromEntries(Object.entries(messages).filter(([name]) => names.includes(name)));
}
