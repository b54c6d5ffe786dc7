import { rejectsCsv } from '#exports';
import { allRejects, batchSummary, openSession } from '#views';
import { getSay } from '../../../../_components/report/say.ts';
import { download } from '../../../../_request/download.ts';
import { missing, problem } from '../../../../_request/problem.ts';

/** Every reject of an import as CSV: file, row, column, value, reason. */
export async function GET(_: Request, { params }: RouteContext<'/imports/[id]/rejects.csv'>): Promise<Response> {
  try {
    const { id } = await params;
    const session = await openSession();
    if (!(await batchSummary(session, id))) return missing(`no import ${id}`);
    return download(`rejects-${id}.csv`, rejectsCsv(allRejects(session, id), await getSay()));
  } catch (error) {
    return problem(error);
  }
}
