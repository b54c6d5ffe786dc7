import type { Place } from '../call-batch.ts';

/** One record's part in a call: JSON, so that it can be put aside. */
export type Placed<Piece> = Place & { piece: Piece };

/**
 * Brings together what belongs to one call, however far apart it stands. Groups come in the order in which their first
 * piece was added where that costs nothing, pieces of a group always in the order in which they were added.
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
      if (group) group.push(piece);
      else groups.set(key, [piece]);
    },
    async *groups() {
      yield* groups.values();
    },
    close: async () => groups.clear(),
  };
}
