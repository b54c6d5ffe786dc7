import { describe, expect, it } from 'vitest';
import { type DayTotals, prefixSums } from './day-sums.ts';
import { type Estimate, estimate, hasMinimumSample } from './estimate.ts';
import { sixteenDays } from './worked-days.test-data.ts';

const found = estimate(prefixSums(sixteenDays).at(-1)!)!;

/** Days of `calls` calls with the totals given, each call of a day alike. */
const plainDays = (totals: number[], calls = 10): DayTotals[] =>
  totals.map((y) => ({ n: calls, y, yy: (y * y) / calls, x: y + 50, xx: (y + 50) ** 2 / calls }));
const of = (days: DayTotals[], floor = 0) => estimate(prefixSums(days).at(-1)!, floor)!;

describe('estimate', () => {
  it('reproduces the reference figures of sixteen days, two of them idle (C1)', () => {
    const wanted: Partial<Estimate> = {
      days: 14,
      calls: 1486,
      effectiveDays: 13.39713395,
      mean: -1.795148048,
      driver: 2.204851952,
      callVariance: 87.54519934,
      dayBased: 160180.7061,
      callBased: 130092.1662,
      designEffect: 1.231286332,
      rawCorrelation: -0.1239373215,
      correlation: 0.05270322912,
      inflation: 1.210812916,
      totalVariance: 193948.868,
      standardError: 0.2963635683,
      effectiveSales: 78.22611995,
    };
    for (const [name, value] of Object.entries(wanted)) {
      expect(found[name as keyof Estimate]! / value!).toBeCloseTo(1, 6);
    }
  });

  it('takes the variance from days, with T / (T - 1) for having few of them', () => {
    // Totals 10 and 30 around a mean of 20: 2/1 x (100 + 100) = 400; Teff = 20^2 / 200 = 2.
    expect(of(plainDays([10, 30]))).toMatchObject({ mean: 2, dayBased: 400, effectiveDays: 2 });
  });

  it('never falls below what the calls themselves imply', () => {
    // Equal days of calls that vary: days say 0, calls say n x s2.
    const days = [1, 2, 3].map(() => ({ n: 10, y: 0, yy: 90, x: 0, xx: 0 }));
    const quiet = of(days);
    expect(quiet.dayBased).toBe(0);
    // s2 = 270 / 29, total variance = 30 x 270 / 29
    expect(quiet.totalVariance).toBeCloseTo((30 * 270) / 29, 9);
  });

  it('inflates for days that resemble the day before, and keeps a correlation known from before', () => {
    const alternating = of(plainDays([10, -10, 10, -10, 10, -10, 10, -10]));
    const runs = of(plainDays([10, 10, 10, 10, -10, -10, -10, -10]));
    expect(alternating.correlation).toBe(0);
    expect(alternating.inflation).toBe(1);
    // raw = (3 + 3 - 1) / 8 = 0.625; shrunk (8 x 0.625 + 1 + 2) / 18 = 0.444; 1 + 4 x 0.444 = 2.78
    expect(runs.correlation).toBeCloseTo(8 / 18, 9);
    expect(runs.inflation).toBeCloseTo(1 + (4 * 8) / 18, 9);
    expect(of(plainDays([10, -10, 10, -10]), 0.5)).toMatchObject({ correlation: 0.5, inflation: 3 });
  });

  it('is unknown below two days or two calls', () => {
    expect(estimate(prefixSums([]).at(-1)!)).toBeNull();
    expect(estimate(prefixSums(plainDays([5])).at(-1)!)).toBeNull();
  });
});

describe('hasMinimumSample', () => {
  const days = (count: number, calls: number) => of(plainDays(new Array(count).fill(10), calls));

  it('wants 7 days and 100 calls', () => {
    expect(hasMinimumSample(days(7, 15), 'cost')).toBe(true);
    expect(hasMinimumSample(days(6, 50), 'cost')).toBe(false);
    expect(hasMinimumSample(days(7, 14), 'cost')).toBe(false);
    expect(hasMinimumSample(null, 'cost')).toBe(false);
  });

  it('wants 20 equal sales where money comes in', () => {
    // Each of 8 days one sale of 100 among 20 calls: 8 effective sales.
    const few = of(new Array(8).fill({ n: 20, y: 60, yy: 9000, x: 100, xx: 10_000 }));
    expect(few.effectiveSales).toBeCloseTo(8, 9);
    expect(hasMinimumSample(few, 'revenue')).toBe(false);
    expect(hasMinimumSample(few, 'cost')).toBe(true);
    // One order of 10,000 among 30 of 10 is worth little more than one sale.
    const day = { n: 20, y: 0, yy: 900, x: 30, xx: 300 };
    const skewed = of([...new Array(9).fill(day), { ...day, x: 10_030, xx: 100_000_300 }]);
    expect(skewed.effectiveSales).toBeLessThan(2);
  });

  it('counts no sales where there is no revenue at all', () => {
    const none = of(new Array(10).fill({ n: 20, y: -72, yy: 259.2, x: 0, xx: 0 }));
    expect(none.effectiveSales).toBe(0);
  });
});
