import { createReadStream } from 'node:fs';
import { appendFile, mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

const PARTS = 64;
/** Times that a part is parted again: one that is still too large then has most of its lines under a few keys. */
const DEEPEST = 3;
/** Characters that wait to be written, over all parts. */
const WAITING = 1 << 21;

/** Lines in files of a folder, parted by a hash of their key: one key's lines are in one file, in order. */
export type PartedLines = {
  add(key: string, line: string): void | Promise<void>;
  /** The lines of each part, one part after the other; a part is gone when the next one is asked for. */
  parts(largest: number): AsyncGenerator<AsyncIterable<string>>;
};

/** Which part a key belongs to: six bits of its FNV-1a hash, other ones at each level. */
function partOf(key: string, level: number): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  return (hash >>> (level * 6)) & (PARTS - 1);
}

/** Lines end in `\n` alone here: other readers take more characters for the end of one. */
async function* linesOf(path: string): AsyncGenerator<string> {
  let rest = '';
  for await (const text of createReadStream(path, { encoding: 'utf8', highWaterMark: 1 << 18 })) {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}

async function sizeOf(path: string): Promise<number> {
  return (await stat(path).catch(() => null))?.size ?? 0;
}

/** Parts lines by their key; `keyOf` finds the key of one that is to be parted again. */
export function partedLines(folder: string, keyOf: (line: string) => string, level = 0): PartedLines {
  let waiting: string[][] = Array.from({ length: PARTS }, () => []);
  let characters = 0;

  const write = async () => {
    const full = waiting;
    waiting = Array.from({ length: PARTS }, () => []);
    characters = 0;
    await mkdir(folder, { recursive: true, mode: 0o700 });
    for (const [part, lines] of full.entries())
      if (lines.length > 0) await appendFile(join(folder, String(part)), lines.join(''), { mode: 0o600 });
  };

  return {
    add(key, line) {
      waiting[partOf(key, level)]?.push(`${line}\n`);
      characters += line.length;
      return characters > WAITING ? write() : undefined;
    },
    async *parts(largest) {
      await write();
      for (let part = 0; part < PARTS; part++) {
        const path = join(folder, String(part));
        const size = await sizeOf(path);
        if (size === 0) continue;
        if (size > largest && level < DEEPEST) {
          const again = partedLines(`${path}-parts`, keyOf, level + 1);
          for await (const line of linesOf(path)) await again.add(keyOf(line), line);
          await rm(path);
          yield* again.parts(largest);
        } else {
          yield linesOf(path);
          await rm(path);
        }
      }
    },
  };
}
