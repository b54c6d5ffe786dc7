import type { ExportFormat } from '#exports';
import { invoicesPage, openSession } from '#views';
import { monthsOf } from '../../_components/invoices/months-of.ts';
import { exportOf } from '../../_request/export-of.ts';
import { problem } from '../../_request/problem.ts';

/** Answers with the list of invoices as a file, for the months in the address. */
export function invoicesFile(format: ExportFormat): (request: Request) => Promise<Response> {
  return async (request) => {
    try {
      const query = monthsOf(Object.fromEntries(new URL(request.url).searchParams));
      const { report, months } = await invoicesPage(await openSession(), query);
      const name = ['breakeven-invoices', months?.from, months?.to].filter(Boolean).join('-');
      return await exportOf(report, format, name);
    } catch (error) {
      return problem(error);
    }
  };
}
