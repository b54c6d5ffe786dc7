import { deliverRequest } from '#arrival';
import { openSession } from '#views';
import { answer } from '../../../_request/answer.ts';
import { answerImport } from './answer-import.ts';

export const maxDuration = 3600;

/**
 * Takes the body as a call log to import: 202 with its address, 200 where the same `Idempotency-Key` sent it before. The
 * proxy leaves this address out, since it would hold the body in memory: it refuses strangers by itself.
 */
export function POST(request: Request): Promise<Response> {
  return answer(request, async () => {
    const session = await openSession();
    const { id, existing } = await deliverRequest(session, request);
    return answerImport(session, id, existing ? 200 : 202);
  });
}
