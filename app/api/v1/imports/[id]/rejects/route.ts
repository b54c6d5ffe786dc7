import { rejectsCsv } from '#exports';
import { OperationError } from '#operations';
import { allRejects, batchSummary, openSession } from '#views';
import { getSay } from '../../../../../_components/report/say.ts';
import { answer } from '../../../../../_request/answer.ts';
import { download } from '../../../../../_request/download.ts';
import { rejectsJson } from '../../rejects-json.ts';

/** Which of the two is asked for: by `?format=`, else by what the client accepts; JSON where it does not say. */
function formatOf({ url, headers }: Request): 'json' | 'csv' {
  const asked = new URL(url).searchParams.get('format');
  if (asked === null) return headers.get('accept')?.includes('text/csv') ? 'csv' : 'json';
  if (asked === 'json' || asked === 'csv') return asked;
  throw new OperationError('validation', 'rejects are had as json or csv');
}

/** Every reject of an import, in the order of its files. */
export function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return answer(request, async () => {
    const [session, { id }, format] = [await openSession(), await params, formatOf(request)];
    if (!(await batchSummary(session, id))) throw new OperationError('not_found', `there is no import ${id}`);
    const [rejects, say] = [allRejects(session, id), await getSay()];
    if (format === 'csv') return download(`rejects-${id}.csv`, rejectsCsv(rejects, say));
    return new Response(rejectsJson(rejects, say), {
      headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
    });
  });
}
