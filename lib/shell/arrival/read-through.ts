import { createHash } from 'node:crypto';

/** Bytes that are read once, by whoever comes first, and are then known by their hash. */
export type ReadThrough = {
  bytes: AsyncIterable<Uint8Array>;
  /** The hash of all of it, after reading what nobody has read. */
  sha256(): Promise<string>;
};

/** Lets bytes through and hashes them on the way. */
export function readThrough(source: AsyncIterable<Uint8Array>): ReadThrough {
  const hash = createHash('sha256');
  let begun = false;
  async function* bytes() {
    begun = true;
    for await (const chunk of source) {
      hash.update(chunk);
      yield chunk;
    }
  }
  const stream = bytes();
  return {
    bytes: stream,
    sha256: async () => {
      if (!begun) for await (const _ of stream);
      return hash.digest('hex');
    },
  };
}
