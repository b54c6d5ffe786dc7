import { fileOfStream, importCalls, OperationError } from '#operations';
import { batchSummary, openSession } from '#views';
import { saidBatch } from '../../../_components/imports/said-batch.ts';
import { getSay } from '../../../_components/report/say.ts';
import { answer } from '../../../_request/answer.ts';
import { missing } from '../../../_request/problem.ts';

export const maxDuration = 3600;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Empty fields of a form say nothing. */
const given = (parameters: URLSearchParams, name: string) => parameters.get(name)?.trim() || null;

/** Imports the request's body as a call log, streaming; `id` names the batch, whose progress can be asked meanwhile. */
export function POST(request: Request): Promise<Response> {
  const parameters = new URL(request.url).searchParams;
  const id = parameters.get('id') ?? '';
  return answer(request, async () => {
    if (!uuid.test(id)) throw new OperationError('validation', 'id must be a UUID');
    const { body } = request;
    if (!body) throw new OperationError('validation', 'the request has no body');
    const session = await openSession();
    if (await batchSummary(session, id)) throw new OperationError('conflict', `there is an import ${id} already`);
    await importCalls(session, {
      id,
      files: [fileOfStream(given(parameters, 'fileName') ?? 'upload', () => body)],
      vendor: given(parameters, 'vendor'),
      program: given(parameters, 'program'),
      timezone: given(parameters, 'timezone'),
      format: null,
      mapping: null,
      strict: false,
    });
    const batch = await batchSummary(session, id);
    return batch ? Response.json({ batch: saidBatch(batch, await getSay()) }) : missing(`no import ${id}`);
  });
}
