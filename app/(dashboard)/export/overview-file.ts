import { openSession, overview } from '#views';
import { filtersOf } from '../../_components/frame/address.ts';
import { reportFile } from '../../_request/report-file.ts';
import { toldAsInvented } from './told-as-invented.ts';

/** The overview as a file, for the days and the program in the address. */
export const overviewFile = reportFile(async (request) => {
  const { searchParams } = new URL(request.url);
  const view = await overview(await openSession(), await filtersOf(Promise.resolve(Object.fromEntries(searchParams))));
  const { from, to, data } = view.filters;
  if (data === null) return { missing: 'no calls have been imported' };
  return { report: toldAsInvented(view), name: `breakeven-overview-${from}-${to}` };
});
