import { contractPage, openSession } from '#views';
import { reportFile } from '../../../_request/report-file.ts';

/** One contract's page as a file, compared with the version in the address. */
export const contractFile = reportFile<{ id: string }>(async (request, { id }) => {
  const against = new URL(request.url).searchParams.get('against') ?? undefined;
  const view = await contractPage(await openSession(), id, against);
  if (!view) return { missing: `no contract ${id}` };
  return { report: view.report, name: `breakeven-contract-${view.version.vendor}-${view.version.from}` };
});
