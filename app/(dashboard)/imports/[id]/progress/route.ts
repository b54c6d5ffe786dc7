import { batchSummary, openSession } from '#views';
import { saidBatch } from '../../../../_components/imports/said-batch.ts';
import { getSay } from '../../../../_components/report/say.ts';
import { missing, problem } from '../../../../_request/problem.ts';

/** How far an import has come. */
export async function GET(_: Request, { params }: RouteContext<'/imports/[id]/progress'>): Promise<Response> {
  try {
    const { id } = await params;
    const batch = await batchSummary(await openSession(), id);
    if (!batch) return missing(`no import ${id}`);
    return Response.json(saidBatch(batch, await getSay()), { headers: { 'cache-control': 'no-store' } });
  } catch (error) {
    return problem(error);
  }
}
