import { openSession } from '#views';
import { answer } from '../../../../_request/answer.ts';
import { answerImport } from '../answer-import.ts';

/** How far an import has come, or what it came to. */
export function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return answer(request, async () => answerImport(await openSession(), (await params).id));
}
