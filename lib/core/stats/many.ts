/** Share of false flags among all flags that is accepted where many vendors are judged at once. */
const FALSE_DISCOVERY_RATE = 0.1;

/**
 * Which of many e-values stand together (e-BH, Wang and Ramdas 2022): the largest k of them with the k-th largest
 * at least K / (rate x k). Indices in ascending order. On any one day, under any dependence, the expected share of
 * false ones among them is at most `rate`.
 */
export function standTogether(evidence: readonly number[], rate: number = FALSE_DISCOVERY_RATE): number[] {
  const order = evidence.map((value, index) => ({ value, index })).sort((a, b) => b.value - a.value);
  const needed = (k: number) => evidence.length / (rate * k);
  const last = order.findLastIndex(({ value }, position) => value >= needed(position + 1));
  return order
    .slice(0, last + 1)
    .map(({ index }) => index)
    .sort((a, b) => a - b);
}
