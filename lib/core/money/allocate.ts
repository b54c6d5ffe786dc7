import { type Micros, micros } from './micros.ts';

/**
 * Shares an amount out in proportion to the weights so that the parts sum to it exactly (largest remainder,
 * earlier part first on a tie). Weights are counts or amounts >= 0; with no weight at all nothing can be shared
 * out and the result is null.
 */
export function allocate(total: Micros, weights: readonly bigint[]): Micros[] | null {
  const sum = weights.reduce((a, b) => a + b, 0n);
  if (sum === 0n) return null;
  const size = total < 0n ? -total : total;
  const parts = weights.map((weight) => (size * weight) / sum);
  let left = size - parts.reduce((a, b) => a + b, 0n);
  if (left > 0n) {
    const order = weights.map((weight, index) => ({ index, remainder: (size * weight) % sum }));
    order.sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1));
    for (const { index } of order) {
      if (left === 0n) break;
      parts[index] = (parts[index] ?? 0n) + 1n;
      left -= 1n;
    }
  }
  return parts.map((part) => micros(total < 0n ? -part : part));
}
