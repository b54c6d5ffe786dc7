import { createReadStream, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import type { SourceFile } from '#imports';

const CHUNK = 1 << 16;

async function readPart(path: string, start: number, length: number): Promise<Uint8Array> {
  const handle = await open(path);
  try {
    const bytes = new Uint8Array(length);
    let filled = 0;
    while (filled < length) {
      const { bytesRead } = await handle.read(bytes, filled, length - filled, start + filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return bytes.subarray(0, filled);
  } finally {
    await handle.close();
  }
}

/** A file of this machine as an import reads it, under its own name or another. Throws where it is not there. */
export function fileOnDisk(path: string, name = basename(path)): SourceFile {
  return {
    name,
    size: statSync(path).size,
    open: () => createReadStream(path, { highWaterMark: CHUNK }),
    read: (start, length) => readPart(path, start, length),
  };
}
