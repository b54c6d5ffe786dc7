import { describe, expect, it } from 'vitest';
import { prefixSums } from './day-sums.ts';
import { detectable } from './detectable.ts';
import { estimate } from './estimate.ts';
import { sixteenDays } from './worked-days.test-data.ts';

const found = estimate(prefixSums(sixteenDays).at(-1)!)!;

describe('detectable', () => {
  it('needs about ten squared standard errors', () => {
    // Variance 4 a call, no clustering, 1,000 calls: sqrt(10 x 4 / 1000) = 0.2; a mean of -0.1 needs 4,000 calls.
    const own = { ...found, callVariance: 4, designEffect: 0.6, calls: 1000, mean: -0.1 };
    expect(detectable(own)).toEqual({ smallestLoss: 0.2, moreCalls: 3000 });
    // Days that swing three times as much as their calls imply cost three times the calls.
    expect(detectable({ ...own, designEffect: 3 }).moreCalls).toBe(11_000);
  });

  it('asks for nothing more where the mean is large enough, and for no number where it is 0', () => {
    const own = { ...found, callVariance: 4, designEffect: 1, calls: 1000 };
    expect(detectable({ ...own, mean: 2 }).moreCalls).toBe(0);
    expect(detectable({ ...own, mean: 0 }).moreCalls).toBeNull();
  });
});
