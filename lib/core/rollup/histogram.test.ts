import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bucketBounds, bucketOf, type Histogram, mergeHistograms, percentile } from './histogram.ts';

const LONGEST = 3 * 86_400_000;
const handle = fc.oneof(fc.integer({ min: 100, max: 3_600_000 }), fc.integer({ min: 100, max: LONGEST }));

function histogramOf(values: readonly number[]): Histogram {
  return values.map((value): Histogram => new Map([[bucketOf(value), 1]])).reduce(mergeHistograms, new Map());
}

/** The smallest value that a share p of the values does not exceed. */
function exact(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted.find((_, index) => index + 1 >= p * sorted.length) ?? 0;
}

describe('buckets', () => {
  it('ascend in whole ms', () => {
    expect(bucketBounds.every(Number.isInteger)).toBe(true);
    expect(bucketBounds.every((bound, index) => index === 0 || bound > bucketBounds[index - 1]!)).toBe(true);
  });

  it('are numbered by the bounds at or below a value, as width_bucket does', () => {
    expect(bucketOf(0)).toBe(0);
    expect(bucketOf(99)).toBe(0);
    expect(bucketOf(100)).toBe(1);
    for (const [index, bound] of bucketBounds.entries()) {
      expect(bucketOf(bound)).toBe(index + 1);
      expect(bucketOf(bound - 1)).toBe(index);
    }
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 * LONGEST }), (ms) => {
        expect(bucketOf(ms)).toBe(bucketBounds.filter((bound) => bound <= ms).length);
      }),
    );
  });

  it('stand for each of their values to within 1%', () => {
    const off = (ms: number) => Math.abs(percentile(new Map([[bucketOf(ms), 1]]), 0.5)! - ms) / ms;
    for (const bound of bucketBounds) for (const ms of [bound, bound + 1]) expect(off(ms)).toBeLessThanOrEqual(0.01);
    expect(off(LONGEST)).toBeLessThanOrEqual(0.01);
    fc.assert(
      fc.property(handle, (ms) => {
        expect(off(ms)).toBeLessThanOrEqual(0.01);
      }),
    );
  });
});

describe('a percentile', () => {
  it('is unknown without calls, and 0 where the calls took no time', () => {
    expect(percentile(new Map(), 0.5)).toBeNull();
    expect(percentile(new Map([[7, 0]]), 0.5)).toBeNull();
    expect(percentile(new Map([[0, 3]]), 0.9)).toBe(0);
  });

  it('is the value that the share of the calls does not exceed', () => {
    // 1, 2, ... 10 minutes: half of them take 5 minutes or less, nine in ten take 9 or less, all take 10 or less.
    const minutes = histogramOf(Array.from({ length: 10 }, (_, index) => (index + 1) * 60_000));
    const near = (p: number, expected: number) =>
      expect(Math.abs(percentile(minutes, p)! - expected)).toBeLessThanOrEqual(expected / 100);
    near(0, 60_000);
    near(0.5, 300_000);
    near(0.51, 360_000);
    near(0.9, 540_000);
    near(1, 600_000);
  });

  it('is within 1% of the exact one, of calls counted together or apart', () => {
    const values = fc.array(handle, { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(values, values, fc.double({ min: 0.01, max: 1, noNaN: true }), (a, b, p) => {
        const wanted = exact([...a, ...b], p);
        const found = percentile(mergeHistograms(histogramOf(a), histogramOf(b)), p)!;
        expect(Math.abs(found - wanted) / wanted).toBeLessThanOrEqual(0.01);
      }),
    );
  });
});

describe('merged histograms', () => {
  it('leave their parts as they were', () => {
    const a: Histogram = new Map([[3, 1]]);
    const b: Histogram = new Map([
      [3, 2],
      [5, 1],
    ]);
    expect(mergeHistograms(a, b)).toEqual(
      new Map([
        [3, 3],
        [5, 1],
      ]),
    );
    expect([a, b]).toEqual([
      new Map([[3, 1]]),
      new Map([
        [3, 2],
        [5, 1],
      ]),
    ]);
  });
});
