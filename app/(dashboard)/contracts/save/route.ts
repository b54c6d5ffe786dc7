import { enqueue } from '#jobs';
import { contractPreview, openSession } from '#views';
import { saidPreview } from '../../../_components/contracts/said-preview.ts';
import { getSay } from '../../../_components/report/say.ts';
import { answer } from '../../../_request/answer.ts';
import { draftOf } from '../draft-of.ts';

/** Queues the change of a contract, where its terms have no fault; answers with the job or with the faults. */
export function POST(request: Request): Promise<Response> {
  return answer(request, async () => {
    const [session, draft] = [await openSession(), await draftOf(request)];
    const { faults } = saidPreview(await contractPreview(session, draft), await getSay());
    if (faults.length > 0) return Response.json({ faults }, { status: 422 });
    const { terms, note } = draft;
    return Response.json({ job: (await enqueue(session, 'recompute', { terms, note })).id });
  });
}
