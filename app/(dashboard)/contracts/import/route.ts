import { applyDeclaration, OperationError } from '#operations';
import { openSession } from '#views';
import { answer } from '../../../_request/answer.ts';

export const maxDuration = 3600;

/** A declaration is written by people: one larger than this is some other file. */
const MOST_BYTES = 1_000_000;

/** Applies the request's body, a declaration as YAML, all of it or nothing; answers with what became of each part. */
export function POST(request: Request): Promise<Response> {
  return answer(request, async () => {
    const text = await request.text();
    if (text.length > MOST_BYTES) throw new OperationError('validation', 'the file is too large for a declaration');
    const fileName = new URL(request.url).searchParams.get('fileName') || 'contracts.yaml';
    return Response.json(await applyDeclaration(await openSession(), { text, fileName }));
  });
}
