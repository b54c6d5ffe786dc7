type Bytes = ReadableStream<Uint8Array>;
type Part = { name: string; size: number };

/**
 * The files of one delivery, which stand one behind the other in a body, by their sizes; each is read when the one before
 * has been. Throws where the body ends before the last of them.
 */
export async function* filesOf(
  body: Bytes,
  parts: readonly Part[],
): AsyncGenerator<{ name: string; bytes: AsyncGenerator<Uint8Array> }> {
  const reader = body.getReader();
  let rest: Uint8Array = new Uint8Array();
  async function* take(size: number): AsyncGenerator<Uint8Array> {
    for (let missing = size; missing > 0; ) {
      if (rest.length === 0) {
        const { value, done } = await reader.read();
        if (done) throw new Error('the connection was closed before the file had been sent');
        rest = value;
        continue;
      }
      const chunk = rest.subarray(0, missing);
      rest = rest.subarray(chunk.length);
      missing -= chunk.length;
      yield chunk;
    }
  }
  for (const { name, size } of parts) yield { name, bytes: take(size) };
}
