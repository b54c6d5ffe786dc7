import type { ExportFormat } from '#exports';
import { contractsPage, openSession } from '#views';
import { exportOf } from '../../_request/export-of.ts';
import { problem } from '../../_request/problem.ts';

/** Answers with the list of contracts as a file. */
export function contractsFile(format: ExportFormat): () => Promise<Response> {
  return async () => {
    try {
      const { report } = await contractsPage(await openSession());
      return await exportOf(report, format, `breakeven-contracts-${report.period.from}`);
    } catch (error) {
      return problem(error);
    }
  };
}
