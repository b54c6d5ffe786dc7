import type { ExportFormat } from '#exports';
import { openSession, overview } from '#views';
import { filtersOf } from '../../_components/frame/address.ts';
import { exportOf } from '../../_request/export-of.ts';
import { missing, problem } from '../../_request/problem.ts';
import { toldAsInvented } from './told-as-invented.ts';

/** Answers with the overview as a file, for the days and the program in the address. */
export function overviewFile(format: ExportFormat): (request: Request) => Promise<Response> {
  return async (request) => {
    try {
      const { searchParams } = new URL(request.url);
      const view = await overview(
        await openSession(),
        await filtersOf(Promise.resolve(Object.fromEntries(searchParams))),
      );
      const { from, to, data } = view.filters;
      if (data === null) return missing('no calls have been imported');
      return await exportOf(toldAsInvented(view), format, `breakeven-overview-${from}-${to}`);
    } catch (error) {
      return problem(error);
    }
  };
}
