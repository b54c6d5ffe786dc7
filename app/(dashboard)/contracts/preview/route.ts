import { contractPreview, openSession } from '#views';
import { saidPreview } from '../../../_components/contracts/said-preview.ts';
import { getSay } from '../../../_components/report/say.ts';
import { problem } from '../../../_request/problem.ts';
import { refusal, refused } from '../../../_request/refusal.ts';
import { draftOf } from '../draft-of.ts';

/** What the terms of an editor would do: their faults, and the last full month under them. Changes nothing. */
export async function POST(request: Request): Promise<Response> {
  const reason = refusal(request);
  if (reason) return refused(reason);
  try {
    const preview = await contractPreview(await openSession(), await draftOf(request));
    return Response.json(saidPreview(preview, await getSay()), { headers: { 'cache-control': 'no-store' } });
  } catch (error) {
    return problem(error);
  }
}
