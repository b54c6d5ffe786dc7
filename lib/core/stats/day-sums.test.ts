import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DayTotals, prefixSums, windowSums } from './day-sums.ts';

const day = (n: number, y: number): DayTotals => ({ n, y, yy: y * y, x: 2 * y, xx: 4 * y * y });

describe('prefixSums', () => {
  it('skips days without calls, so that neighbours are neighbouring active days', () => {
    const [, , last] = prefixSums([day(2, 3), day(0, 0), day(4, 5)]);
    // 2 x 5 + 4 x 3 = 22 for calls with the other day's margin
    expect(last).toMatchObject({ days: 2, calls: 6, margin: 8, lagMargin: 15, lagCalls: 8, lagCallsMargin: 22 });
    expect(last).toMatchObject({ dayMarginSquared: 34, dayCallsMargin: 26, dayCallsSquared: 20 });
  });
});

describe('windowSums', () => {
  it('leaves out the pair that straddles the start', () => {
    const sums = windowSums(prefixSums([day(1, 10), day(1, 2), day(1, 3)]), 1, 3);
    expect(sums).toMatchObject({ days: 2, margin: 5, lagMargin: 6, lagCalls: 1 });
  });

  it('is empty where it has no days, and refuses a window outside', () => {
    const prefix = prefixSums([day(1, 1)]);
    expect(windowSums(prefix, 1, 1).days).toBe(0);
    expect(() => windowSums(prefix, 0, 2)).toThrow('no active days 0 to 2 in 1');
  });

  it('equals the sums of its own days alone', () => {
    const days = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: -50, max: 50 })), {
      minLength: 2,
      maxLength: 30,
    });
    fc.assert(
      fc.property(days, fc.nat(), fc.nat(), (pairs, a, b) => {
        const active = pairs.map(([n, y]) => day(n, y)).filter(({ n }) => n > 0);
        const from = a % (active.length + 1);
        const to = from + (b % (active.length - from + 1));
        expect(windowSums(prefixSums(active), from, to)).toEqual(prefixSums(active.slice(from, to)).at(-1));
      }),
    );
  });
});
