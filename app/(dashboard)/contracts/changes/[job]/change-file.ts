import { contractChange, openSession } from '#views';
import { reportFile } from '../../../../_request/report-file.ts';

/** What a change of a contract moved as a file. */
export const changeFile = reportFile<{ job: string }>(async (_, { job }) => {
  const view = await contractChange(await openSession(), job);
  if (!view?.report) return { missing: `no change ${job} that has been made` };
  return { report: view.report, name: `breakeven-contract-change-${job}` };
});
