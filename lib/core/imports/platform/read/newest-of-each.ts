import type { Placed } from '../gather.ts';
import { newest } from './last-delivered.ts';

/** A piece, and how many records told of the same thing. */
export type Counted<Piece> = Placed<Piece> & { records: number };

/** Of the records of each thing the newest by its moment; of equals, and of those without one, the later delivery. */
export function newestOfEach<Piece>(
  pieces: readonly Placed<Piece>[],
  { id, moment }: { id(piece: Piece): string; moment(piece: Piece): number | null },
): Counted<Piece>[] {
  const same = new Map<string, Placed<Piece>[]>();
  for (const placed of pieces) {
    const known = same.get(id(placed.piece));
    if (known) known.push(placed);
    else same.set(id(placed.piece), [placed]);
  }
  return [...same.values()].flatMap((group) => {
    const kept = newest(group, moment);
    return kept ? { ...kept, records: group.length } : [];
  });
}

/** How many records several things together were told in. */
export function recordsOf(all: readonly { records: number }[]): number {
  return all.reduce((sum, { records }) => sum + records, 0);
}
