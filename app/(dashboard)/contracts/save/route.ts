import { enqueue } from '#jobs';
import { contractPreview, openSession } from '#views';
import { saidPreview } from '../../../_components/contracts/said-preview.ts';
import { getSay } from '../../../_components/report/say.ts';
import { problem } from '../../../_request/problem.ts';
import { refusal, refused } from '../../../_request/refusal.ts';
import { draftOf } from '../draft-of.ts';

/** Queues the change of a contract, where its terms have no fault; answers with the job or with the faults. */
export async function POST(request: Request): Promise<Response> {
  const reason = refusal(request);
  if (reason) return refused(reason);
  try {
    const [session, draft] = [await openSession(), await draftOf(request)];
    const { faults } = saidPreview(await contractPreview(session, draft), await getSay());
    if (faults.length > 0) return Response.json({ faults }, { status: 422 });
    const { terms, note } = draft;
    return Response.json({ job: (await enqueue(session, 'recompute', { terms, note })).id });
  } catch (error) {
    return problem(error);
  }
}
