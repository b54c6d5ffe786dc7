import type { ExportFormat } from '#exports';
import { batchQuality, openSession } from '#views';
import { exportOf } from '../../../_request/export-of.ts';
import { missing, problem } from '../../../_request/problem.ts';

type Handler = (request: Request, context: { params: Promise<{ id: string }> }) => Promise<Response>;

/** Answers with the quality report of an import as a file. */
export function qualityFile(format: ExportFormat): Handler {
  return async (_, { params }) => {
    try {
      const { id } = await params;
      const view = await batchQuality(await openSession(), id);
      return view
        ? await exportOf(view.report, format, `breakeven-quality-${id}`)
        : missing(`no quality of import ${id}`);
    } catch (error) {
      return problem(error);
    }
  };
}
