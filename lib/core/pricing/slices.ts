import type { Tier } from '#contracts';

/** The part of a quantity that falls into one tier: more than `from` units, up to and including `to`. */
export type Slice = { from: number; to: number | null; rate: string; quantity: number };

/** Splits a quantity over graduated tiers: every tier that it reaches with the units inside; the parts add up to it. */
export function slices(quantity: number, tiers: readonly Tier[]): Slice[] {
  return bands(tiers)
    .map((band) => ({ ...band, quantity: Math.min(quantity, band.to ?? quantity) - band.from }))
    .filter((slice) => slice.quantity > 0);
}

/** The whole quantity in the one tier that it reaches, as volume pricing takes it. No units, no slice. */
export function volumeSlice(quantity: number, tiers: readonly Tier[]): Slice[] {
  const reached = slices(quantity, tiers).at(-1);
  return reached ? [{ ...reached, quantity }] : [];
}

function bands(tiers: readonly Tier[]): Omit<Slice, 'quantity'>[] {
  return tiers.map(({ upTo, rate }, index) => ({ from: tiers[index - 1]?.upTo ?? 0, to: upTo, rate }));
}
