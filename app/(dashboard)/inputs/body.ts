import { OperationError } from '#operations';

/** Far more than most of these files have; the whole of one is held in memory. */
const MOST_MEGABYTES = 32;

/** The request's body as a whole. Throws a refusal where there is none, or more than such a file has. */
export async function bodyOf(request: Request, most = MOST_MEGABYTES): Promise<Uint8Array> {
  if (!request.body) throw new OperationError('validation', 'the request has no body');
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    if (length > most * 1024 * 1024) throw new OperationError('validation', `the file is larger than ${most} MB`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
