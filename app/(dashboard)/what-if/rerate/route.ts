import { enqueue, type InputOf } from '#jobs';
import { openSession } from '#views';
import { problem } from '../../../_request/problem.ts';
import { refusal, refused } from '../../../_request/refusal.ts';

/** Queues the rating of recorded calls under proposed terms; answers with the job, whose result has the rows. */
export async function POST(request: Request): Promise<Response> {
  const reason = refusal(request);
  if (reason) return refused(reason);
  try {
    const input = (await request.json()) as InputOf<'rerate'>;
    return Response.json({ job: (await enqueue(await openSession(), 'rerate', input)).id }, { status: 202 });
  } catch (error) {
    return problem(error);
  }
}
