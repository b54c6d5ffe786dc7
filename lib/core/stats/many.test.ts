import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { standTogether } from './many.ts';

describe('standTogether', () => {
  it('keeps the largest k of which the k-th reaches K / (rate x k) (F1)', () => {
    // K = 10 at 10%: thresholds 100, 50, 33.3, 25, 20 for k = 1..5 against 350, 90, 66, 41, 22; 6th 7.5 < 16.7.
    expect(standTogether([0.4, 350, 22, 1.1, 66, 90, 0.02, 41, 3, 7.5])).toEqual([1, 2, 4, 5, 7]);
  });

  it('keeps none where the best is not good enough for so many', () => {
    expect(standTogether([30, ...new Array(19).fill(1)])).toEqual([]);
    expect(standTogether([])).toEqual([]);
  });

  it('lets one strong member carry a weaker one, never the other way round', () => {
    // K = 4: thresholds 40, 20, 13.3, 10; the second is at 20 exactly.
    expect(standTogether([20, 39, 1, 1])).toEqual([0, 1]);
    expect(standTogether([19, 39, 1, 1])).toEqual([]);
  });

  it('does not depend on the order in which the e-values come', () => {
    const values = fc.array(fc.double({ min: 0, max: 1e4, noNaN: true }), { maxLength: 40 });
    fc.assert(
      fc.property(values, (evidence) => {
        const reversed = [...evidence].reverse();
        const kept = (list: number[]) =>
          standTogether(list)
            .map((index) => list[index]!)
            .sort((a, b) => a - b);
        expect(kept(reversed)).toEqual(kept(evidence));
      }),
    );
  });
});
