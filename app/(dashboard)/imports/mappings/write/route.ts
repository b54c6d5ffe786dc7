import type { DraftMapping } from '#imports';
import { mappingYaml, openSession } from '#views';
import { answer } from '../../../../_request/answer.ts';
import { jsonOf } from '../../json-of.ts';

/** A mapping in the making, written as the YAML file that reads back to it. Changes nothing. */
export function POST(request: Request): Promise<Response> {
  return answer(request, async () => {
    const mapping = (await jsonOf(request)) as DraftMapping;
    return Response.json({ yaml: await mappingYaml(await openSession(), mapping) });
  });
}
