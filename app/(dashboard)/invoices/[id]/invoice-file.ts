import type { ExportFormat } from '#exports';
import { invoicePage, openSession } from '#views';
import { exportOf } from '../../../_request/export-of.ts';
import { missing, problem } from '../../../_request/problem.ts';

type Handler = (request: Request, context: { params: Promise<{ id: string }> }) => Promise<Response>;

/** Answers with an invoice against our statement as a file; `?only=disputed` is the table for a letter to the vendor. */
export function invoiceFile(format: ExportFormat): Handler {
  return async (request, { params }) => {
    try {
      const { id } = await params;
      const only = new URL(request.url).searchParams.get('only') === 'disputed' ? 'disputed' : undefined;
      const view = await invoicePage(await openSession(), id, only);
      if (!view) return missing(`no invoice ${id}`);
      const { vendor, invoice } = view;
      const number = invoice.number.replace(/[^\w.-]+/g, '-');
      return await exportOf(view.report, format, ['breakeven', vendor.code, number, only].filter(Boolean).join('-'));
    } catch (error) {
      return problem(error);
    }
  };
}
