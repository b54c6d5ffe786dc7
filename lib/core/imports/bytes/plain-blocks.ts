import { createGunzip, type Gunzip } from 'node:zlib';
import type { Unusable } from '../unusable-file-error.ts';
import { blocksOf } from './blocks.ts';

async function feed(source: AsyncIterable<Uint8Array>, gunzip: Gunzip): Promise<void> {
  for await (const chunk of source) {
    if (gunzip.destroyed) return;
    if (!gunzip.write(chunk)) await roomIn(gunzip);
  }
  gunzip.end();
}

/** Also settles when the stream is destroyed: a reader that stops early must not leave the source open for ever. */
function roomIn(gunzip: Gunzip): Promise<void> {
  return new Promise((resolve) => {
    const settle = () => {
      gunzip.off('drain', settle).off('close', settle);
      resolve();
    };
    gunzip.on('drain', settle).on('close', settle);
  });
}

async function* gunzipped(source: AsyncIterable<Uint8Array>, unusable: Unusable): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip();
  const fed = feed(source, gunzip).catch((error: Error) => void gunzip.destroy(error));
  try {
    for await (const chunk of gunzip) yield chunk as Uint8Array;
  } catch (error) {
    const { code } = error as { code?: unknown };
    if (code === 'Z_BUF_ERROR') throw unusable({ key: 'files.gzip_cut_off' });
    if (code === 'Z_DATA_ERROR') throw unusable({ key: 'files.gzip_damaged' });
    throw error;
  } finally {
    gunzip.destroy();
    await fed;
  }
}

/** The file's own bytes in blocks of one size, unpacked where they begin with gzip's magic number (RFC 1952). */
export async function* plainBlocks(source: AsyncIterable<Uint8Array>, unusable: Unusable): AsyncGenerator<Uint8Array> {
  const blocks = blocksOf(source);
  try {
    const first = await blocks.next();
    if (first.done) return;
    if (isZip(first.value)) throw unusable({ key: 'files.zip' });
    const all = startingWith(first.value, blocks);
    yield* isGzip(first.value) ? blocksOf(gunzipped(all, unusable)) : all;
  } finally {
    await blocks.return(undefined);
  }
}

function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
}

async function* startingWith(first: Uint8Array, rest: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first;
  yield* rest;
}
