import { contractsPage, openSession } from '#views';
import { reportFile } from '../../_request/report-file.ts';

/** The list of contracts as a file. */
export const contractsFile = reportFile(async () => {
  const { report } = await contractsPage(await openSession());
  return { report, name: `breakeven-contracts-${report.period.from}` };
});
