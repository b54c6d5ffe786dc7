import { batchSummary, openSession } from '#views';
import { missing, problem } from '../../../../_request/problem.ts';

/** How far an import has come. */
export async function GET(_: Request, { params }: RouteContext<'/imports/[id]/progress'>): Promise<Response> {
  try {
    const { id } = await params;
    const batch = await batchSummary(await openSession(), id);
    return batch ? Response.json(batch, { headers: { 'cache-control': 'no-store' } }) : missing(`no import ${id}`);
  } catch (error) {
    return problem(error);
  }
}
