import { enqueue, type InputOf } from '#jobs';
import { openSession } from '#views';
import { answer } from '../../../_request/answer.ts';

/** Queues the rating of recorded calls under proposed terms; answers with the job, whose result has the rows. */
export function POST(request: Request): Promise<Response> {
  return answer(request, async () => {
    const input = (await request.json()) as InputOf<'rerate'>;
    return Response.json({ job: (await enqueue(await openSession(), 'rerate', input)).id }, { status: 202 });
  });
}
