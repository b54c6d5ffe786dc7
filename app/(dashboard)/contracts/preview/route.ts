import { contractPreview, openSession } from '#views';
import { saidPreview } from '../../../_components/contracts/said-preview.ts';
import { getSay } from '../../../_components/report/say.ts';
import { answer } from '../../../_request/answer.ts';
import { draftOf } from '../draft-of.ts';

/** What the terms of an editor would do: their faults, and the last full month under them. Changes nothing. */
export function POST(request: Request): Promise<Response> {
  return answer(request, async () => {
    const preview = await contractPreview(await openSession(), await draftOf(request));
    return Response.json(saidPreview(preview, await getSay()), { headers: { 'cache-control': 'no-store' } });
  });
}
