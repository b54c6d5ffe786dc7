import { queueUndo } from '#jobs';
import { openSession } from '#views';
import { answer } from '../../../../../_request/answer.ts';
import { answerImport } from '../../answer-import.ts';

/** Has an import undone, in its vendor's turn: its calls are again what the others say of them. */
export function POST(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return answer(request, async () => {
    const [session, { id }] = [await openSession(), await params];
    await queueUndo(session, id);
    return answerImport(session, id, 202);
  });
}
