import { parseMapping } from '#imports';
import { OperationError, readYaml } from '#operations';
import { answer } from '../../../../_request/answer.ts';

/** A mapping is written by people: a file larger than this is some other file. */
const MOST_BYTES = 1_000_000;

/** Reads the request's body, a mapping as YAML, for the editor to show. Changes nothing. */
export function POST(request: Request): Promise<Response> {
  return answer(request, async () => {
    const text = await request.text();
    const fileName = new URL(request.url).searchParams.get('fileName') || 'mapping.yaml';
    if (text.length > MOST_BYTES) throw new OperationError('validation', `${fileName} is too large for a mapping`);
    const parsed = parseMapping(readYaml(text, fileName));
    if (!parsed.ok) throw new OperationError('validation', `${fileName} is no mapping`, parsed.issues);
    return Response.json({ mapping: parsed.mapping });
  });
}
