import type { Gunzip, InflateRaw } from 'node:zlib';
import type { Text } from '#format';
import type { Unusable } from '../unusable-file-error.ts';

/** Unpacked bytes that are beyond suspicion, and how many times as large as packed more of them may be. */
const UNSUSPECTED = 33_554_432;
/** Logs shrink to a tenth or a thirtieth, workbooks to a fiftieth at most. */
const LARGEST_RATIO = 200;

/** What is wrong with packed bytes that end too early, or that are none. */
export type PackingFaults = { cutOff: Text; damaged: Text };

async function feed(source: AsyncIterable<Uint8Array>, unpacking: Gunzip | InflateRaw): Promise<void> {
  for await (const chunk of source) {
    if (unpacking.destroyed) return;
    if (!unpacking.write(chunk)) await roomIn(unpacking);
  }
  unpacking.end();
}

/** Also settles when the stream is destroyed: a reader that stops early must not leave the source open for ever. */
function roomIn(unpacking: Gunzip | InflateRaw): Promise<void> {
  return new Promise((resolve) => {
    const settle = () => {
      unpacking.off('drain', settle).off('close', settle);
      resolve();
    };
    unpacking.on('drain', settle).on('close', settle);
  });
}

/**
 * Unpacks bytes as they come. Throws where they are cut off or damaged, and where they grow beyond all measure: a few
 * bytes that unpack to gigabytes are made to harm.
 */
export async function* unpacked(
  source: AsyncIterable<Uint8Array>,
  unpacking: Gunzip | InflateRaw,
  { cutOff, damaged, unusable }: PackingFaults & { unusable: Unusable },
): AsyncGenerator<Uint8Array> {
  const fed = feed(source, unpacking).catch((error: Error) => void unpacking.destroy(error));
  let size = 0;
  try {
    for await (const chunk of unpacking) {
      size += (chunk as Uint8Array).length;
      if (size > UNSUSPECTED && size > LARGEST_RATIO * unpacking.bytesWritten)
        throw unusable({ key: 'files.unpacks_too_large', values: { ratio: LARGEST_RATIO } });
      yield chunk as Uint8Array;
    }
  } catch (error) {
    const { code } = error as { code?: unknown };
    if (code === 'Z_BUF_ERROR') throw unusable(cutOff);
    if (code === 'Z_DATA_ERROR') throw unusable(damaged);
    throw error;
  } finally {
    unpacking.destroy();
    await fed;
  }
}
