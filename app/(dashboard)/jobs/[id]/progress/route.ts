import { jobView, openSession } from '#views';
import { saidJob } from '../../../../_components/jobs/said-job.ts';
import { getSay } from '../../../../_components/report/say.ts';
import { missing, problem } from '../../../../_request/problem.ts';

/** How far work in the background has come, or what came of it. */
export async function GET(_: Request, { params }: RouteContext<'/jobs/[id]/progress'>): Promise<Response> {
  try {
    const { id } = await params;
    const job = await jobView(await openSession(), id);
    if (!job) return missing(`no job ${id}`);
    return Response.json(saidJob(job, await getSay()), { headers: { 'cache-control': 'no-store' } });
  } catch (error) {
    return problem(error);
  }
}
