import { type Micros, micros } from './micros.ts';

/**
 * Shares an amount out in proportion to the weights so that the parts sum to it exactly (largest remainder, earlier
 * part first on a tie). Weights are counts or amounts; a negative one (a refund among sales) takes a part of the
 * opposite sign. Where the weights sum to zero nothing can be shared out and the result is null.
 */
export function allocate(total: Micros, weights: readonly bigint[]): Micros[] | null {
  const sum = weights.reduce((a, b) => a + b, 0n);
  if (sum === 0n) return null;
  const size = total < 0n ? -total : total;
  const whole = sum < 0n ? -sum : sum;
  const shares = weights.map((weight) => divideDown(size * (sum < 0n ? -weight : weight), whole));
  let left = size - shares.reduce((a, { quotient }) => a + quotient, 0n);
  if (left > 0n) {
    const order = shares.filter(({ remainder }) => remainder > 0n);
    order.sort((a, b) => (a.remainder === b.remainder ? 0 : a.remainder > b.remainder ? -1 : 1));
    for (const share of order) {
      if (left === 0n) break;
      share.quotient += 1n;
      left -= 1n;
    }
  }
  return shares.map(({ quotient }) => micros(total < 0n ? -quotient : quotient));
}

/** Division towards minus infinity, so that every remainder is >= 0 and what is left over is too. */
function divideDown(n: bigint, d: bigint): { quotient: bigint; remainder: bigint } {
  const quotient = n / d;
  const remainder = n % d;
  return remainder < 0n ? { quotient: quotient - 1n, remainder: remainder + d } : { quotient, remainder };
}
