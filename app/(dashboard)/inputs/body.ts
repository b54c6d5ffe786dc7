import { OperationError } from '#operations';

/** Far more than any of these files has; the whole of one is held in memory. */
const MOST_BYTES = 32 * 1024 * 1024;

/** The request's body as a whole. Throws a refusal where there is none, or more than such a file has. */
export async function bodyOf(request: Request): Promise<Uint8Array> {
  if (!request.body) throw new OperationError('validation', 'the request has no body');
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    if (length > MOST_BYTES) throw new OperationError('validation', 'the file is larger than 32 MB');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
