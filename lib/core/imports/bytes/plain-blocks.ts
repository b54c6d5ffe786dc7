import { createGunzip } from 'node:zlib';
import type { Unusable } from '../unusable-file-error.ts';
import { blocksOf } from './blocks.ts';
import { kindOf } from './kind.ts';
import { unpacked } from './unpacked.ts';

const gzipFaults = { cutOff: { key: 'files.gzip_cut_off' }, damaged: { key: 'files.gzip_damaged' } };

async function* startingWith<T>(first: T, rest: AsyncIterable<T>): AsyncGenerator<T> {
  yield first;
  yield* rest;
}

/** Blocks of text: what is inside a packed file is not packed again. */
async function* neverPacked(blocks: AsyncIterable<Uint8Array>, unusable: Unusable): AsyncGenerator<Uint8Array> {
  let isFirst = true;
  for await (const block of blocks) {
    if (isFirst && kindOf(block) !== null) throw unusable({ key: 'files.packed_twice' });
    isFirst = false;
    yield block;
  }
}

/** The file's own bytes in blocks of one size, unpacked where they begin with gzip's magic number (RFC 1952). */
export async function* plainBlocks(source: AsyncIterable<Uint8Array>, unusable: Unusable): AsyncGenerator<Uint8Array> {
  const blocks = blocksOf(source);
  try {
    const first = await blocks.next();
    if (first.done) return;
    const kind = kindOf(first.value);
    const all = startingWith(first.value, blocks);
    if (kind === null) yield* all;
    else if (kind === 'gzip')
      yield* neverPacked(blocksOf(unpacked(all, createGunzip(), { ...gzipFaults, unusable })), unusable);
    else if (kind === 'zip') throw unusable({ key: 'files.zip' });
    else throw unusable({ key: 'files.unreadable_kind', values: { kind } });
  } finally {
    await blocks.return(undefined);
  }
}
