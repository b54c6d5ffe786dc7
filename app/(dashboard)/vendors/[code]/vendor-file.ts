import type { ExportFormat } from '#exports';
import { openSession, vendorPage } from '#views';
import { filtersOf } from '../../../_components/frame/address.ts';
import { exportOf } from '../../../_request/export-of.ts';
import { missing, problem } from '../../../_request/problem.ts';
import { toldAsInvented } from '../../export/told-as-invented.ts';

type Handler = (request: Request, context: { params: Promise<{ code: string }> }) => Promise<Response>;

/** Answers with a vendor's page as a file, for the days and the program in the address. */
export function vendorFile(format: ExportFormat): Handler {
  return async (request, { params }) => {
    try {
      const code = decodeURIComponent((await params).code);
      const { searchParams } = new URL(request.url);
      const view = await vendorPage(
        await openSession(),
        code,
        await filtersOf(Promise.resolve(Object.fromEntries(searchParams))),
      );
      if (!view) return missing(`no vendor "${code}" with calls`);
      const { from, to } = view.filters;
      return await exportOf(toldAsInvented(view), format, `breakeven-${code}-${from}-${to}`);
    } catch (error) {
      return problem(error);
    }
  };
}
