import { invoicePage, openSession } from '#views';
import { reportFile } from '../../../_request/report-file.ts';

/** An invoice against our statement as a file; `?only=disputed` is the table for a letter to the vendor. */
export const invoiceFile = reportFile<{ id: string }>(async (request, { id }) => {
  const only = new URL(request.url).searchParams.get('only') === 'disputed' ? 'disputed' : undefined;
  const view = await invoicePage(await openSession(), id, only);
  if (!view) return { missing: `no invoice ${id}` };
  const { vendor, invoice } = view;
  const number = invoice.number.replace(/[^\w.-]+/g, '-');
  return { report: view.report, name: ['breakeven', vendor.code, number, only].filter(Boolean).join('-') };
});
