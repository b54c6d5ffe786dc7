import type { DraftMapping } from '#imports';
import { OperationError } from '#operations';
import { mappingYaml, openSession } from '#views';
import { answer } from '../../../../_request/answer.ts';

const MOST_BYTES = 1_000_000;

/** A mapping in the making, written as the YAML file that reads back to it. Changes nothing. */
export function POST(request: Request): Promise<Response> {
  return answer(request, async () => {
    const text = await request.text();
    if (text.length > MOST_BYTES) throw new OperationError('validation', 'this is too large for a mapping');
    return Response.json({ yaml: await mappingYaml(await openSession(), JSON.parse(text) as DraftMapping) });
  });
}
