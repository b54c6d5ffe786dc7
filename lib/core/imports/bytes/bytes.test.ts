import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { saying } from '../said.test-data.ts';
import { type Unusable, UnusableFileError } from '../unusable-file-error.ts';
import { BLOCK_BYTES, blocksOf } from './blocks.ts';
import { plainBlocks } from './plain-blocks.ts';
import { textBlocks } from './text-blocks.ts';

const unusable: Unusable = (reason, place) => new UnusableFileError('calls.csv', reason, place);

async function* each(chunks: Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* chunks;
}

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

async function textOf(...chunks: Uint8Array[]): Promise<{ text: string; encoding: string | undefined }> {
  const blocks = await collect(textBlocks(each(chunks), unusable));
  return { text: blocks.map(({ text }) => text).join(''), encoding: blocks.at(-1)?.encoding };
}

const utf8 = (text: string) => new TextEncoder().encode(text);

describe('blocksOf', () => {
  it('cuts blocks of one size however the bytes arrive', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.uint8Array({ maxLength: 20 })),
        fc.integer({ min: 1, max: 9 }),
        async (chunks, size) => {
          const blocks = await collect(blocksOf(each(chunks), size));
          const bytes = chunks.flatMap((chunk) => [...chunk]);
          expect(blocks.flatMap((block) => [...block])).toEqual(bytes);
          expect(blocks.slice(0, -1).every((block) => block.length === size)).toBe(true);
          expect(blocks).toHaveLength(Math.ceil(bytes.length / size));
        },
      ),
    );
  });
});

describe('plainBlocks', () => {
  const plain = Uint8Array.from({ length: BLOCK_BYTES * 2 + 5 }, (_, index) => (index * 7919) % 251);

  it('unpacks gzip and passes on what is not packed', async () => {
    for (const stored of [plain, gzipSync(plain)]) {
      const blocks = await collect(plainBlocks(each([stored]), unusable));
      expect(blocks.map(({ length }) => length)).toEqual([BLOCK_BYTES, BLOCK_BYTES, 5]);
      expect(Buffer.concat(blocks).equals(plain)).toBe(true);
    }
  });

  it('finds a gzip file cut off at any place', async () => {
    const packed = gzipSync('call_id,started_at,talk_s\nn-1,2026-03-02T09:15:00Z,60\n');
    for (let length = 2; length < packed.length; length++) {
      const read = collect(plainBlocks(each([packed.subarray(0, length)]), unusable));
      await expect(read, `${length} of ${packed.length} bytes`).rejects.toMatchObject({
        reason: saying('the gzip file is cut off'),
      });
    }
  });

  it('passes on a fault of the source as it is', async () => {
    async function* failing() {
      yield gzipSync(plain).subarray(0, 50);
      throw new Error('the disk is gone');
    }
    await expect(collect(plainBlocks(failing(), unusable))).rejects.toThrow('the disk is gone');
  });

  it.each([
    ['plain', plain],
    ['gzip', gzipSync(plain)],
  ])('closes a %s source that is not read to its end', async (_, stored) => {
    let closed = false;
    async function* source() {
      try {
        for (;;) yield stored;
      } finally {
        closed = true;
      }
    }
    for await (const _block of plainBlocks(source(), unusable)) break;
    expect(closed).toBe(true);
  });
});

describe('textBlocks', () => {
  it('follows a byte order mark and leaves it out', async () => {
    expect(await textOf(Uint8Array.of(0xef, 0xbb, 0xbf, 0x61))).toEqual({ text: 'a', encoding: 'utf-8' });
    expect(await textOf(Uint8Array.of(0xff, 0xfe, 0x61, 0), Uint8Array.of(0xe0, 0))).toEqual({
      text: 'aà',
      encoding: 'utf-16le',
    });
    expect(await textOf(Uint8Array.of(0xfe, 0xff, 0, 0x61))).toEqual({ text: 'a', encoding: 'utf-16be' });
  });

  it('joins a character that two blocks share', async () => {
    const bytes = utf8('però €');
    for (let at = 1; at < bytes.length; at++)
      expect(await textOf(bytes.subarray(0, at), bytes.subarray(at))).toEqual({ text: 'però €', encoding: 'utf-8' });
  });

  it('takes what is no UTF-8 for windows-1252, though its first accent comes late', async () => {
    // 0x92 is the curly apostrophe and 0x80 the euro sign of windows-1252; in Latin-1 both are control characters.
    expect(await textOf(utf8('ascii '), Uint8Array.of(0x6c, 0x92, 0xe0, 0x80))).toEqual({
      text: 'ascii l’à€',
      encoding: 'windows-1252',
    });
  });

  it('refuses a file that changes its encoding', async () => {
    await expect(textOf(utf8('però '), Uint8Array.of(0xe0, 0x20))).rejects.toMatchObject({
      reason: saying('is not utf-8 throughout'),
    });
    await expect(textOf(Uint8Array.of(...utf8('però '), 0xe0, 0x20))).rejects.toMatchObject({
      reason: saying('is not utf-8 throughout'),
    });
    await expect(textOf(Uint8Array.of(0xff, 0xfe, 0x61))).rejects.toMatchObject({
      reason: saying('in the middle of a character (utf-16le)'),
    });
  });
});
