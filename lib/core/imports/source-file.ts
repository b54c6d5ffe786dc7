/** A file as it was delivered. It can be read from its beginning as often as one likes, and an archive anywhere. */
export type SourceFile = {
  name: string;
  /** Bytes as stored, compressed or not; null where they are not known before. */
  size: number | null;
  open(): AsyncIterable<Uint8Array>;
  read(start: number, length: number): Promise<Uint8Array>;
};

const CHUNK = 65_536;

/** A file of which all bytes are at hand. */
export function fileOfBytes(name: string, bytes: Uint8Array): SourceFile {
  return {
    name,
    size: bytes.length,
    async *open() {
      for (let start = 0; start < bytes.length; start += CHUNK) yield bytes.subarray(start, start + CHUNK);
    },
    read: async (start, length) => bytes.subarray(start, start + length),
  };
}

/** A file that is made while it is read: from its beginning only, so that it can be no archive. */
export function fileOfStream(name: string, open: () => AsyncIterable<Uint8Array>): SourceFile {
  return {
    name,
    size: null,
    open,
    read: async () => {
      throw new Error(`${name} can be read from its beginning only`);
    },
  };
}
