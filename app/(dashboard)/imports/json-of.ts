import { OperationError } from '#operations';

/** More than anything that a page says of an import. */
const MOST_CHARACTERS = 1_000_000;

/** The JSON that a request holds; undefined where it is empty. Throws OperationError where it is none, or too much. */
export async function jsonOf(request: Request): Promise<unknown> {
  const text = await request.text();
  if (text === '') return undefined;
  if (text.length > MOST_CHARACTERS) throw new OperationError('validation', 'the request is too large');
  try {
    return JSON.parse(text);
  } catch {
    throw new OperationError('validation', 'the request holds no JSON');
  }
}
