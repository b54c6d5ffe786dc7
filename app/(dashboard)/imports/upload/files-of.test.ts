import { describe, expect, it } from 'vitest';
import { filesOf } from './files-of.ts';

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

/** A body that comes in these pieces. */
function body(...pieces: string[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const piece of pieces) controller.enqueue(new TextEncoder().encode(piece));
      controller.close();
    },
  });
}

async function read(stream: ReadableStream<Uint8Array>, sizes: number[]): Promise<[string, string][]> {
  const files: [string, string][] = [];
  const parts = sizes.map((size, index) => ({ name: `f${index}`, size }));
  for await (const { name, bytes } of filesOf(stream, parts)) {
    let content = '';
    for await (const chunk of bytes) content += text(chunk);
    files.push([name, content]);
  }
  return files;
}

describe('files in one body', () => {
  it.each([
    ['in one piece', ['abcdefg']],
    ['in pieces that end within a file', ['ab', 'cde', 'fg']],
    ['byte by byte', [...'abcdefg']],
    ['in pieces of which some are empty', ['', 'abc', '', 'defg']],
  ])('are told apart by their sizes, sent %s', async (_, pieces) => {
    expect(await read(body(...pieces), [3, 0, 4])).toEqual([
      ['f0', 'abc'],
      ['f1', ''],
      ['f2', 'defg'],
    ]);
  });

  it('that were not sent whole are refused', async () => {
    await expect(read(body('abcde'), [3, 4])).rejects.toThrow('closed before');
  });
});
