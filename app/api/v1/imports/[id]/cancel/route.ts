import { cancelImport } from '#operations';
import { openSession } from '#views';
import { answer } from '../../../../../_request/answer.ts';
import { answerImport } from '../../answer-import.ts';

/** Cancels an import that waits, at once, or one that runs, as soon as it notices. */
export function POST(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return answer(request, async () => {
    const [session, { id }] = [await openSession(), await params];
    await cancelImport(session, id);
    return answerImport(session, id, 202);
  });
}
