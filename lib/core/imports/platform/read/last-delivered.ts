import type { Placed } from '../gather.ts';

/**
 * One piece of each identity: what is delivered again, in overlapping files or by a sender that repeats itself, is no
 * second leg, and the later delivery may know more.
 */
export function lastDelivered<Piece>(
  pieces: readonly Placed<Piece>[],
  identity: (piece: Piece) => readonly unknown[],
): Placed<Piece>[] {
  return [...new Map(pieces.map((placed) => [JSON.stringify(identity(placed.piece)), placed])).values()];
}

/** The newest state by its moment; of equals, and of those without a moment, the later delivery. */
export function newest<Piece>(
  pieces: readonly Placed<Piece>[],
  moment: (piece: Piece) => number | null,
): Placed<Piece> | undefined {
  return pieces.reduce<Placed<Piece> | undefined>(
    (best, placed) =>
      best !== undefined &&
      (moment(placed.piece) ?? Number.POSITIVE_INFINITY) < (moment(best.piece) ?? Number.NEGATIVE_INFINITY)
        ? best
        : placed,
    undefined,
  );
}
