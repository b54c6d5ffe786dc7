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
  const parts: bigint[] = [];
  const remainders: bigint[] = [];
  let left = size;
  for (const weight of weights) {
    const product = size * (sum < 0n ? -weight : weight);
    const remainder = modulo(product, whole);
    const part = (product - remainder) / whole;
    parts.push(part);
    remainders.push(remainder);
    left -= part;
  }
  if (left === 0n) return parts.map((part) => micros(total < 0n ? -part : part));
  for (const index of largestFirst(remainders).slice(0, Number(left))) parts[index] = (parts[index] ?? 0n) + 1n;
  return parts.map((part) => micros(total < 0n ? -part : part));
}

function largestFirst(remainders: readonly bigint[]): number[] {
  const order = [...remainders.keys()];
  return order.sort((a, b) => compare(remainders[b] ?? 0n, remainders[a] ?? 0n));
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The remainder of a division towards minus infinity: never negative, so what is left over is not either. */
function modulo(n: bigint, d: bigint): bigint {
  const remainder = n % d;
  return remainder < 0n ? remainder + d : remainder;
}
