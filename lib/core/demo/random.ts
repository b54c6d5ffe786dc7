/** A stream of numbers in [0, 1), the same for the same seed on every machine. */
export type Random = () => number;

/** Things with their relative frequencies; the weights need not add up to 1. */
export type Weighted<T> = readonly (readonly [T, weight: number])[];

/** A seeded stream: a 32-bit Weyl sequence, each step scrambled by two multiply-xorshift rounds. */
export function seeded(seed: string): Random {
  let state = 0;
  for (const letter of seed) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
  };
}

/** One of the things, by weight. */
export function pick<T>(random: Random, things: Weighted<T>): T {
  let left = random() * things.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [thing, weight] of things) {
    left -= weight;
    if (left < 0) return thing;
  }
  throw new RangeError('nothing to pick from: no thing with a positive weight');
}

/** One of the things, all equally likely. */
export function oneOf<T>(random: Random, things: readonly T[]): T {
  const thing = things[Math.floor(random() * things.length)];
  if (thing === undefined) throw new RangeError('nothing to pick from');
  return thing;
}

/** Evenly spread over [from, to). */
export function uniform(random: Random, from: number, to: number): number {
  return from + (to - from) * random();
}

/** Standard normal (Box and Muller 1958). */
export function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Lognormal with the given median; `spread` is the standard deviation of the logarithm. */
export function lognormal(random: Random, median: number, spread: number): number {
  return median * Math.exp(spread * normal(random));
}

/** A count with the given mean and about Poisson's variance (normal approximation: meant for means above 5). */
export function count(random: Random, mean: number): number {
  return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal(random)));
}
