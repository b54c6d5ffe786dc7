import type { ExportFormat } from '#exports';
import { contractPage, openSession } from '#views';
import { exportOf } from '../../../_request/export-of.ts';
import { missing, problem } from '../../../_request/problem.ts';

type Handler = (request: Request, context: { params: Promise<{ id: string }> }) => Promise<Response>;

/** Answers with one contract's page as a file, compared with the version in the address. */
export function contractFile(format: ExportFormat): Handler {
  return async (request, { params }) => {
    try {
      const { id } = await params;
      const against = new URL(request.url).searchParams.get('against') ?? undefined;
      const view = await contractPage(await openSession(), id, against);
      if (!view) return missing(`no contract ${id}`);
      return await exportOf(view.report, format, `breakeven-contract-${view.version.vendor}-${view.version.from}`);
    } catch (error) {
      return problem(error);
    }
  };
}
