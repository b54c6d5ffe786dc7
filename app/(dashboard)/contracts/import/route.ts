import { applyDeclaration, OperationError } from '#operations';
import { openSession } from '#views';
import { problem } from '../../../_request/problem.ts';
import { refusal, refused } from '../../../_request/refusal.ts';

export const maxDuration = 3600;

/** A declaration is written by people: one larger than this is some other file. */
const MOST_BYTES = 1_000_000;

/** Applies the request's body, a declaration as YAML, all of it or nothing; answers with what became of each part. */
export async function POST(request: Request): Promise<Response> {
  const reason = refusal(request);
  if (reason) return refused(reason);
  try {
    const text = await request.text();
    if (text.length > MOST_BYTES) throw new OperationError('validation', 'the file is too large for a declaration');
    const fileName = new URL(request.url).searchParams.get('fileName') || 'contracts.yaml';
    return Response.json(await applyDeclaration(await openSession(), { text, fileName }));
  } catch (error) {
    return problem(error);
  }
}
