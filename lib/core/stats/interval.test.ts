import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prefixSums } from './day-sums.ts';
import { logEvidenceBelow, studentised } from './e-value.ts';
import { type DriverKind, type Estimate, estimate } from './estimate.ts';
import { boundary, confidenceInterval, sideAlpha } from './interval.ts';
import { sixteenDays } from './worked-days.test-data.ts';

const found = estimate(prefixSums(sixteenDays).at(-1)!)!;

describe('boundary', () => {
  it.each([
    // reference vector D3
    [7, 0.0375, 5.969921336],
    [10, 0.0375, 3.931654913],
    [30, 0.0375, 3.07376893],
    [365, 0.0375, 3.191739744],
    [14, 0.05, 3.215159911],
    [60, 0.025, 3.186639285],
  ])('at %d effective days and %d a side', (days, alpha, wanted) => {
    expect(boundary(days, alpha)).toBeCloseTo(wanted, 6);
  });

  it('is out of reach with five days', () => expect(boundary(5)).toBe(Number.POSITIVE_INFINITY));
});

describe('confidenceInterval', () => {
  it('stretches up where revenue is skewed, down where cost is (C3, C4)', () => {
    const client = confidenceInterval(found, 'revenue');
    expect(client.lower).toBeCloseTo(-2.570017384, 6);
    expect(client.upper).toBeCloseTo(-0.3421726624, 6);
    expect(client.halfWidth).toBeCloseTo(1.027031462, 6);
    const vendor = confidenceInterval(found, 'cost', 0.05);
    expect(vendor.lower).toBeCloseTo(-3.125902774, 6);
    expect(vendor.upper).toBeCloseTo(-1.056618714, 6);
  });

  it('is even where there is no driver, and open where the data allow no end', () => {
    const even = confidenceInterval({ ...found, driver: 0 }, 'revenue');
    expect(found.mean - even.lower!).toBeCloseTo(even.upper! - found.mean, 9);
    expect(confidenceInterval({ ...found, effectiveDays: 5 }, 'cost')).toMatchObject({ lower: null, upper: null });
    // h = 3.465 x 1 is at least three times the driver of 1: revenue could be anything above.
    const open = confidenceInterval({ ...found, driver: 1, standardError: 1 }, 'revenue');
    expect(open.upper).toBeNull();
    expect(open.lower).toBeGreaterThan(found.mean - 1);
  });

  const kind = fc.constantFrom<DriverKind>('revenue', 'cost');
  const estimates = fc
    .record({
      mean: fc.double({ min: -3, max: 3, noNaN: true }),
      standardError: fc.double({ min: 0.001, max: 1, noNaN: true }),
      effectiveDays: fc.double({ min: 7, max: 400, noNaN: true }),
      cost: fc.double({ min: 0.1, max: 9, noNaN: true }),
    })
    .map(({ cost, ...own }): Estimate => ({ ...found, ...own, driver: Math.max(0.05, cost + own.mean) }));

  it('contains the mean', () => {
    fc.assert(
      fc.property(estimates, kind, (own, which) => {
        const { lower, upper } = confidenceInterval(own, which);
        expect(lower ?? own.mean - 1).toBeLessThan(own.mean);
        expect(upper ?? own.mean + 1).toBeGreaterThan(own.mean);
      }),
    );
  });

  it('narrows as the error falls and as days are added to the first weeks', () => {
    fc.assert(
      fc.property(estimates, kind, (own, which) => {
        const width = (change: Partial<Estimate>) => {
          const { lower, upper } = confidenceInterval({ ...own, ...change }, which);
          return lower === null || upper === null ? Number.POSITIVE_INFINITY : upper - lower;
        };
        expect(width({ standardError: own.standardError / 2 })).toBeLessThanOrEqual(width({}));
        expect(width({ effectiveDays: 30 })).toBeLessThanOrEqual(width({ effectiveDays: 7 }));
      }),
    );
  });

  it('lies below 0 exactly when the evidence since the start reaches 1 / 0.0375', () => {
    fc.assert(
      fc.property(estimates, kind, (own, which) => {
        // The driver at break-even has to exist for the two scales to be one.
        fc.pre(own.driver - (which === 'revenue' ? own.mean : -own.mean) > 0);
        const { upper } = confidenceInterval(own, which);
        const reached = logEvidenceBelow(studentised(own, which), own.effectiveDays) >= Math.log(1 / sideAlpha);
        fc.pre(upper === null || Math.abs(upper) > 1e-6);
        expect(upper !== null && upper < 0).toBe(reached);
      }),
    );
  });
});
