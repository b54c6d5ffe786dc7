import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocate } from './allocate.ts';
import { micros, sumMicros } from './micros.ts';

const share = (total: bigint, weights: bigint[]) => allocate(micros(total), weights);

describe('allocate', () => {
  it('gives what is left over to the largest remainders, the earlier first on a tie', () => {
    // 100 x 1/3 = 33.33 each: one over, all remainders equal, so the first takes it.
    expect(share(100n, [1n, 1n, 1n])).toEqual([34n, 33n, 33n]);
    // 10 x 1/6, 2/6, 3/6 = 1.67, 3.33, 5: one over, to the first.
    expect(share(10n, [1n, 2n, 3n])).toEqual([2n, 3n, 5n]);
    // 10 x 3/8, 3/8, 2/8 = 3.75, 3.75, 2.5: two over, to the first two.
    expect(share(10n, [3n, 3n, 2n])).toEqual([4n, 4n, 2n]);
  });

  it('mirrors a negative total', () => {
    expect(share(-100n, [1n, 1n, 1n])).toEqual([-34n, -33n, -33n]);
  });

  it('gives refunds a part of the opposite sign', () => {
    // 12.5% of sales of 110 and a refund of 10: 12.5 = 13.75 - 1.25.
    expect(share(12_500_000n, [110n, -10n])).toEqual([13_750_000n, -1_250_000n]);
    expect(share(-5n, [-10n])).toEqual([-5n]);
    expect(share(5n, [-10n, -10n])).toEqual([3n, 2n]);
  });

  it('gives nothing to a weight of zero, and has no answer where there is no weight at all', () => {
    expect(share(7n, [0n, 2n, 0n])).toEqual([0n, 7n, 0n]);
    expect(share(7n, [0n, 0n])).toBeNull();
    expect(share(7n, [3n, -3n])).toBeNull();
    expect(share(7n, [])).toBeNull();
    expect(share(0n, [1n, 2n])).toEqual([0n, 0n]);
  });

  it('loses no micro and is never a micro or more from the exact share', () => {
    const amount = fc.bigInt(-(10n ** 15n), 10n ** 15n);
    const weights = fc.array(fc.bigInt(-1000n, 10n ** 9n), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(amount, weights, (total, list) => {
        const sum = list.reduce((a, b) => a + b, 0n);
        fc.pre(sum !== 0n);
        const parts = share(total, list) ?? [];
        expect(sumMicros(parts)).toBe(total);
        for (const [index, part] of parts.entries()) {
          const gap = part * sum - total * (list[index] ?? 0n);
          expect((gap < 0n ? -gap : gap) < (sum < 0n ? -sum : sum)).toBe(true);
        }
      }),
    );
  });
});
