import type { ExportFormat } from '#exports';
import { contractChange, openSession } from '#views';
import { exportOf } from '../../../../_request/export-of.ts';
import { missing, problem } from '../../../../_request/problem.ts';

type Handler = (request: Request, context: { params: Promise<{ job: string }> }) => Promise<Response>;

/** Answers with what a change of a contract moved as a file. */
export function changeFile(format: ExportFormat): Handler {
  return async (_, { params }) => {
    try {
      const { job } = await params;
      const view = await contractChange(await openSession(), job);
      if (!view?.report) return missing(`no change ${job} that has been made`);
      return await exportOf(view.report, format, `breakeven-contract-change-${job}`);
    } catch (error) {
      return problem(error);
    }
  };
}
