import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Gather, MOST_PIECES, type Placed } from '#imports';
import { type PartedLines, partedLines } from './parted-lines.ts';

/** What stays in memory: a whole delivery, or of a larger one what is grouped at a time. */
type Limits = { pieces: number; characters: number };

const usual: Limits = { pieces: 50_000, characters: 1 << 23 };

/** One piece of a call as a line of JSON: its key, where it stands, the piece itself. */
type Line = [key: string, file: number, row: number, piece: unknown];

async function groupsOf(lines: AsyncIterable<string> | Iterable<string>): Promise<Placed<unknown>[][]> {
  const groups = new Map<string, Placed<unknown>[]>();
  for await (const line of lines) {
    const [key, file, row, piece]: Line = JSON.parse(line);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [{ file, row, piece }]);
    else if (group.length <= MOST_PIECES) group.push({ file, row, piece });
  }
  return [...groups.values()];
}

/**
 * Brings together the records of each call in memory that does not grow with them: a small delivery's stay in memory, a
 * larger one's go to files of the folder, parted by a hash of the key, one of which is read back at a time.
 */
export function gatherOnDisk(folder: string, limits: Limits = usual): Gather {
  let held: [key: string, line: string][] = [];
  let characters = 0;
  let own: string | null = null;
  let parted: PartedLines | null = null;

  const spill = async () => {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    own = await mkdtemp(join(folder, 'gather-'));
    parted = partedLines(own, (line) => (JSON.parse(line) as Line)[0]);
    for (const [key, line] of held) await parted.add(key, line);
    held = [];
  };

  return {
    add(key, { file, row, piece }) {
      const line = JSON.stringify([key, file, row, piece] satisfies Line);
      if (parted !== null) return parted.add(key, line);
      held.push([key, line]);
      characters += line.length;
      return held.length > limits.pieces || characters > limits.characters ? spill() : undefined;
    },
    async *groups() {
      if (parted === null) yield* await groupsOf(held.map(([, line]) => line));
      else for await (const lines of parted.parts(limits.characters)) yield* await groupsOf(lines);
    },
    async close() {
      held = [];
      if (own !== null) await rm(own, { recursive: true, force: true });
    },
  };
}
