/** Bytes taken from a source so far: what a progress bar shows against the size of the file. */
export type BytesRead = { bytes: number };

/** Bytes that the readers work on at a time: large enough to be fast, small enough to hold many of. */
export const BLOCK_BYTES = 32_768;

/** Passes the chunks on and counts their bytes. */
export async function* counted(source: AsyncIterable<Uint8Array>, read: BytesRead): AsyncGenerator<Uint8Array> {
  for await (const chunk of source) {
    read.bytes += chunk.length;
    yield chunk;
  }
}

/**
 * Cuts a stream into blocks of exactly `size` bytes, the last one shorter and none empty. Whatever is decided per block
 * (the encoding, the newline, the longest row) then depends on the bytes alone, never on how they happened to arrive.
 */
export async function* blocksOf(
  source: AsyncIterable<Uint8Array>,
  size: number = BLOCK_BYTES,
): AsyncGenerator<Uint8Array> {
  let block = new Uint8Array(size);
  let filled = 0;
  for await (const chunk of source)
    for (let start = 0; start < chunk.length; ) {
      const part = chunk.subarray(start, start + size - filled);
      block.set(part, filled);
      filled += part.length;
      start += part.length;
      if (filled === size) {
        yield block;
        block = new Uint8Array(size);
        filled = 0;
      }
    }
  if (filled > 0) yield block.subarray(0, filled);
}
