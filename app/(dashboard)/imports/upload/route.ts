import { OperationError, storeDelivery } from '#operations';
import { batchSummary, openSession } from '#views';
import { answer } from '../../../_request/answer.ts';
import { filesOf } from './files-of.ts';

export const maxDuration = 3600;

/** Empty fields of a form say nothing. */
const given = (parameters: URLSearchParams, name: string) => parameters.get(name)?.trim() || null;

/** The names and sizes of the files in the body, in order: `file=a.csv&size=10&file=b.csv&size=20`. */
function partsOf(parameters: URLSearchParams): { name: string; size: number }[] {
  const sizes = parameters.getAll('size').map(Number);
  const parts = parameters.getAll('file').map((name, index) => ({ name, size: sizes[index] ?? Number.NaN }));
  if (parts.length > 0 && parts.every(({ name, size }) => name !== '' && Number.isSafeInteger(size) && size >= 0))
    return parts;
  throw new OperationError('validation', 'each file needs a name and a size');
}

/**
 * Keeps the files in the request's body as one delivery that waits for a decision; nothing of it is imported. `like`
 * names an import whose mapping of columns is used again.
 */
export function POST(request: Request): Promise<Response> {
  const parameters = new URL(request.url).searchParams;
  return answer(request, async () => {
    const { body } = request;
    if (!body) throw new OperationError('validation', 'the request has no body');
    const [session, id, like] = [await openSession(), given(parameters, 'id'), given(parameters, 'like')];
    const model = like === null ? null : await batchSummary(session, like);
    const stored = await storeDelivery(session, {
      ...(id !== null && { id }),
      files: filesOf(body, partsOf(parameters)),
      source: 'page',
      vendor: given(parameters, 'vendor'),
      program: given(parameters, 'program'),
      timezone: given(parameters, 'timezone'),
      format: null,
      mapping: model?.options.mapping ?? null,
      strict: false,
      draft: true,
    });
    return Response.json({ id: stored.id });
  });
}
