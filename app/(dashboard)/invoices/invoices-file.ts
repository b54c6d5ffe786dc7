import { invoicesPage, openSession } from '#views';
import { monthsOf } from '../../_components/invoices/months-of.ts';
import { reportFile } from '../../_request/report-file.ts';

/** The list of invoices as a file, for the months in the address. */
export const invoicesFile = reportFile(async (request) => {
  const query = monthsOf(Object.fromEntries(new URL(request.url).searchParams));
  const { report, months } = await invoicesPage(await openSession(), query);
  const name = ['breakeven-invoices', months?.from, months?.to].filter(Boolean).join('-');
  return { report, name };
});
