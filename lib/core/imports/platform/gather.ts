import type { Place } from '../call-batch.ts';

/** One record's part in a call: JSON, so that it can be put aside. */
export type Placed<Piece> = Place & { piece: Piece };

/**
 * Records that one call may be made of: a transfer has two or three, a conference a dozen. More share an id by mistake,
 * and must not gather a file of any size in memory.
 */
export const MOST_PIECES = 10_000;

/**
 * Brings together what belongs to one call, however far apart it stands. Groups come in the order in which their first
 * piece was added where that costs nothing, pieces of a group always in the order in which they were added. Of a group
 * with more than `MOST_PIECES` one more than these come, so that it can be told.
 */
export type Gather = {
  add(key: string, piece: Placed<unknown>): void | Promise<void>;
  groups(): AsyncIterable<readonly Placed<unknown>[]>;
  /** Gives back whatever it holds; also before the groups were read, or after only some of them. */
  close(): Promise<void>;
};

/** All of it in memory: for previews, tests and small files. */
export function gatherInMemory(): Gather {
  const groups = new Map<string, Placed<unknown>[]>();
  return {
    add(key, piece) {
      const group = groups.get(key);
      if (group && group.length > MOST_PIECES) return;
      if (group) group.push(piece);
      else groups.set(key, [piece]);
    },
    async *groups() {
      yield* groups.values();
    },
    close: async () => groups.clear(),
  };
}
