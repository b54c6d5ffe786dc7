import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DayTotals, prefixSums } from './day-sums.ts';
import { flagEvidence, recoveryEvidence } from './flag-evidence.ts';

/** A vendor paid 3.60 a call, 100 calls a day, whose margin per call swings evenly around the means given. */
const swing = [0.3, -0.2, 0.1, -0.3, 0.2, -0.1, 0.25, -0.25];
const vendorDays = (means: number[], noise = swing): DayTotals[] =>
  means.map((mean, i) => {
    const margin = mean + (noise[i % noise.length] ?? 0);
    const cost = 3.6 - margin;
    return { n: 100, y: 100 * margin, yy: 100 * (margin ** 2 + 4), x: 100 * cost, xx: 100 * (cost ** 2 + 4) };
  });
const days = (count: number, mean: number) => new Array<number>(count).fill(mean);
const evidence = (means: number[]) =>
  flagEvidence(prefixSums(vendorDays(means)), { from: 0, to: means.length, kind: 'cost' });

describe('flagEvidence', () => {
  it('says nothing below the minimum sample: every part counts as 1', () => {
    expect(evidence(days(6, -3))).toEqual({ evidence: 1, sinceStart: 1, restarts: 1, since: 0 });
  });

  it('puts 3/4 on the start and a quarter on restarts, of which unopened ones count 1', () => {
    // After 10 days the only restart (day 7) has three days, below the minimum: it counts 1 as the other 51 do.
    const found = evidence(days(10, -0.5));
    expect(found.restarts).toBe(1);
    expect(found.evidence).toBeCloseTo(0.75 * found.sinceStart + 0.25, 12);
    expect(found.evidence).toBeGreaterThan(20);
  });

  it('finds a vendor that turns bad after half a year, and says since when', () => {
    const turned = evidence([...days(182, 0.3), ...days(42, -0.4)]);
    expect(turned.evidence).toBeGreaterThan(20);
    expect(turned.sinceStart).toBeLessThan(1);
    expect(turned.since).toBe(182);
  });

  it('leaves a sound vendor alone', () => {
    for (const mean of [0, 0.1, 1]) expect(evidence(days(365, mean)).evidence).toBeLessThan(4);
  });

  it('opens restarts beyond the first year as well', () => {
    const found = evidence([...days(700, 0.3), ...days(60, -0.6)]);
    expect(found.evidence).toBeGreaterThan(20);
    expect(found.since).toBeGreaterThanOrEqual(693);
  });

  it('rises as every day gets worse', () => {
    const means = fc.array(fc.double({ min: -0.8, max: 0.8, noNaN: true }), { minLength: 12, maxLength: 60 });
    const shift = fc.double({ min: 0.01, max: 0.5, noNaN: true });
    fc.assert(
      fc.property(means, shift, (own, worse) => {
        const before = evidence(own);
        const after = evidence(own.map((mean) => mean - worse));
        expect(after.sinceStart).toBeGreaterThanOrEqual(before.sinceStart * (1 - 1e-9));
        expect(after.evidence).toBeGreaterThanOrEqual(before.evidence * (1 - 1e-9));
      }),
    );
  });

  it('is the same for days that are only handed over in another epoch', () => {
    const prefix = prefixSums(vendorDays([...days(8, 2), ...days(30, -0.4)]));
    const alone = flagEvidence(prefixSums(vendorDays(days(30, -0.4))), { from: 0, to: 30, kind: 'cost' });
    const later = flagEvidence(prefix, { from: 8, to: 38, kind: 'cost' });
    expect(later.evidence / alone.evidence).toBeCloseTo(1, 6);
    expect(later.since).toBe(alone.since + 8);
  });
});

describe('recoveryEvidence', () => {
  const recovery = (means: number[]) =>
    recoveryEvidence(prefixSums(vendorDays(means)), { from: 0, to: means.length, kind: 'cost' });

  it('grows when margins turn positive, also some weeks after the flag', () => {
    expect(recovery(days(28, 0.4))).toBeGreaterThan(5);
    expect(recovery([...days(21, -0.4), ...days(28, 0.5)])).toBeGreaterThan(5);
  });

  it('stays small while the vendor goes on losing', () => {
    expect(recovery(days(120, -0.3))).toBeLessThan(1);
  });
});

/** Small seeded generator (mulberry32): the same worlds on every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

describe('a hundred vendors looked at every day for half a year', () => {
  /** 100 calls a day of sd 2, days of their own sd 0.3: a design effect near 3. */
  const noise = (chance: () => number) => () => 0.36 * normalQuantile(0.0005 + 0.999 * chance(), 0, 1);
  const flaggedAt = (mean: number, chance: () => number): number | null => {
    const prefix = prefixSums(vendorDays(days(182, mean), new Array(182).fill(0).map(noise(chance))));
    for (let to = 7; to <= 182; to++) {
      if (flagEvidence(prefix, { from: 0, to, kind: 'cost' }).evidence >= 20) return to;
    }
    return null;
  };

  it('flags at most 5 of those exactly at break-even', () => {
    const chance = seeded(1);
    const flags = Array.from({ length: 100 }, () => flaggedAt(0, chance)).filter((day) => day !== null);
    expect(flags.length).toBeLessThanOrEqual(5);
  });

  it('flags those that lose 10% of the fee, by the median within 20 days', () => {
    const chance = seeded(2);
    const flags = Array.from({ length: 100 }, () => flaggedAt(-0.36, chance) ?? 999).sort((a, b) => a - b);
    expect(flags[99]).toBeLessThan(100);
    expect(flags[50]).toBeLessThan(20);
  });
});
