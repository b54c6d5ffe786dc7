import { openSession, undoView } from '#views';
import { missing, problem } from '../../../../_request/problem.ts';

/** What undoing an import would do. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  try {
    const { id } = await params;
    const forecast = await undoView(await openSession(), id);
    if (!forecast) return missing(`no import ${id} that is done`);
    return Response.json(forecast, { headers: { 'cache-control': 'no-store' } });
  } catch (error) {
    return problem(error);
  }
}
