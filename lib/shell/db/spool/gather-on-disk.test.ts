import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { type Gather, gatherInMemory, MOST_PIECES, type Placed } from '#imports';
import { gatherOnDisk } from './gather-on-disk.ts';

const folder = mkdtempSync(join(tmpdir(), 'breakeven-gather-'));
afterAll(() => rmSync(folder, { recursive: true }));

type Group = readonly Placed<unknown>[];

async function groupsOf(gather: Gather): Promise<Group[]> {
  const groups: Group[] = [];
  for await (const group of gather.groups()) groups.push(group);
  return groups;
}

/** Groups in the order of their first piece. */
function inOrder(groups: Group[]): Group[] {
  return groups.sort(([a], [b]) => (a?.row ?? 0) - (b?.row ?? 0));
}

async function filled(gather: Gather, pieces: readonly { key: string; piece: unknown }[]): Promise<Gather> {
  for (const [row, { key, piece }] of pieces.entries()) await gather.add(key, { file: 1, row, piece });
  return gather;
}

const key = fc.oneof(fc.constantFrom('a', 'b', '__proto__', '"', 'x\ny', '\u2028'), fc.string({ unit: 'binary' }));
/** JSON knows no negative zero. */
const piece = fc.jsonValue({ maxDepth: 2 }).map((value) => JSON.parse(JSON.stringify(value)));
const pieces = fc.array(fc.record({ key, piece }), { maxLength: 40 });

describe('gatherOnDisk', () => {
  it.each([
    ['in memory', { pieces: 1_000, characters: 1_000_000 }],
    ['in files', { pieces: 3, characters: 1_000_000 }],
    ['in files that are parted again and again', { pieces: 3, characters: 1 }],
  ])('brings together what the gather in memory does, %s', async (_, limits) => {
    const own = mkdtempSync(join(folder, 'delivery-'));
    await fc.assert(
      fc.asyncProperty(pieces, async (all) => {
        const gather = await filled(gatherOnDisk(own, limits), all);
        const groups = inOrder(await groupsOf(gather));
        await gather.close();
        expect(groups).toEqual(inOrder(await groupsOf(await filled(gatherInMemory(), all))));
      }),
      { numRuns: 15 },
    );
    expect(readdirSync(own)).toEqual([]);
  });

  it('keeps many pieces apart and in order', async () => {
    const calls = 30_000;
    const all = Array.from({ length: calls * 2 }, (_, row) => ({ key: `call-${row % calls}`, piece: row }));
    const gather = await filled(gatherOnDisk(folder, { pieces: 1_000, characters: 50_000 }), all);
    const groups = inOrder(await groupsOf(gather));
    expect(groups).toHaveLength(calls);
    expect(groups.every(([first, second], row) => first?.piece === row && second?.piece === row + calls)).toBe(true);
    await gather.close();
  });

  it('gives of too many pieces of one key only so many that it can be told', async () => {
    const all = Array.from({ length: MOST_PIECES + 50 }, () => ({ key: 'same', piece: null }));
    for (const gather of [gatherInMemory(), gatherOnDisk(folder, { pieces: 10, characters: 10_000 })]) {
      await filled(gather, all);
      expect((await groupsOf(gather)).map(({ length }) => length)).toEqual([MOST_PIECES + 1]);
      await gather.close();
    }
  });

  it('leaves no file behind where its groups were not read, or only some of them', async () => {
    const own = join(folder, 'unread');
    for (const read of [0, 1]) {
      const gather = await filled(
        gatherOnDisk(own, { pieces: 1, characters: 1 }),
        ['a', 'b', 'c'].map((one) => ({ key: one, piece: 'x'.repeat(100) })),
      );
      if (read > 0) for await (const _ of gather.groups()) break;
      await gather.close();
      expect(readdirSync(own)).toEqual([]);
    }
  });

  it('says when the folder cannot be written', async () => {
    const gather = gatherOnDisk('/dev/null/no', { pieces: 0, characters: 0 });
    await expect(gather.add('a', { file: 1, row: 1, piece: null })).rejects.toThrow('/dev/null/no');
  });
});
