import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Moments, marginMoments } from './moments.ts';

type Call = { r: number; d: number; sale: boolean };

/** Ten calls, two of them sales (reference vectors B1 and B2). */
const calls: Call[] = [
  [0, 210],
  [0, 95],
  [84.5, 640],
  [0, 330],
  [0, 152],
  [0, 418],
  [129.9, 905],
  [0, 61],
  [0, 274],
  [0, 188],
].map(([r = 0, d = 0]) => ({ r, d, sale: r > 0 }));

const add = (values: number[]) => values.reduce((sum, value) => sum + value, 0);
function momentsOf(list: Call[]): Moments {
  const sale = ({ sale }: Call) => (sale ? 1 : 0);
  return {
    n: list.length,
    r: add(list.map(({ r }) => r)),
    rr: add(list.map(({ r }) => r * r)),
    d: add(list.map(({ d }) => d)),
    dd: add(list.map(({ d }) => d * d)),
    rd: add(list.map(({ r, d }) => r * d)),
    k: add(list.map(sale)),
    ds: add(list.map((call) => sale(call) * call.d)),
  };
}

describe('marginMoments', () => {
  it('gives sum, mean and variance of 0.35 x revenue - 1.20 - 0.55 a minute - 4 a sale (B1)', () => {
    // 0.35 x 214.4 - 1.20 x 10 - 0.55/60 x 3273 - 4 x 2 = 75.04 - 12 - 30.0025 - 8 = 25.0375
    const found = marginMoments(momentsOf(calls), { a: -1.2, b: 0.35, c: -0.55 / 60, e: -4 });
    expect(found.sum).toBeCloseTo(25.0375, 9);
    expect(found.mean).toBeCloseTo(2.50375, 9);
    expect(found.variance).toBeCloseTo(154.5847824, 6);
  });

  it('gives a vendor margin of fee 5.50 minus 0.90 a minute (B2)', () => {
    // 5.50 x 10 - 0.015 x 3273 = 5.905
    const found = marginMoments(momentsOf(calls), { a: 5.5, b: 0, c: -0.015, e: 0 });
    expect(found.sum).toBeCloseTo(5.905, 9);
    expect(found.variance).toBeCloseTo(15.7841525, 7);
  });

  it('knows no mean of nothing and no variance of one call', () => {
    const weights = { a: 1, b: 1, c: 1, e: 1 };
    expect(marginMoments(momentsOf([]), weights)).toMatchObject({ mean: null, variance: null });
    expect(marginMoments(momentsOf(calls.slice(0, 1)), weights)).toMatchObject({ mean: 211, variance: null });
  });

  it('equals what the calls themselves give', () => {
    const amount = fc.integer({ min: 0, max: 500 });
    const call = fc
      .record({ r: amount, d: amount, sale: fc.boolean() })
      .map(({ r, d, sale }) => ({ r: sale ? r : 0, d, sale }));
    const weight = fc.integer({ min: -20, max: 20 }).map((value) => value / 4);
    const weights = fc.record({ a: weight, b: weight, c: weight, e: weight });
    fc.assert(
      fc.property(fc.array(call, { minLength: 2, maxLength: 30 }), weights, (list, w) => {
        const margins = list.map(({ r, d, sale }) => w.a + w.b * r + w.c * d + (sale ? w.e : 0));
        const mean = add(margins) / margins.length;
        const variance = add(margins.map((margin) => (margin - mean) ** 2)) / (margins.length - 1);
        const found = marginMoments(momentsOf(list), w);
        expect(found.mean).toBeCloseTo(mean, 6);
        expect(found.squares).toBeCloseTo(add(margins.map((margin) => margin * margin)), 3);
        expect(found.variance).toBeCloseTo(variance, 3);
      }),
    );
  });
});
