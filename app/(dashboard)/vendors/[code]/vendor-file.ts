import { openSession, vendorPage } from '#views';
import { filtersOf } from '../../../_components/frame/address.ts';
import { reportFile } from '../../../_request/report-file.ts';
import { toldAsInvented } from '../../export/told-as-invented.ts';

/** A vendor's page as a file, for the days and the program in the address. */
export const vendorFile = reportFile<{ code: string }>(async (request, params) => {
  const code = decodeURIComponent(params.code);
  const { searchParams } = new URL(request.url);
  const view = await vendorPage(
    await openSession(),
    code,
    await filtersOf(Promise.resolve(Object.fromEntries(searchParams))),
  );
  if (!view) return { missing: `no vendor "${code}" with calls` };
  const { from, to } = view.filters;
  return { report: toldAsInvented(view), name: `breakeven-${code}-${from}-${to}` };
});
