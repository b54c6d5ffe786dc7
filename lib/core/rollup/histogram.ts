/** Handle-time histogram: bucket index -> calls. Mergeable by addition; buckets are log-spaced. */
export type Histogram = Map<number, number>;

const GAMMA = 1.02;
const FIRST_MS = 100;
const LAST_MS = 259_200_000;

/**
 * Upper bounds of the buckets in whole ms, ascending: 100 ms to 72 h (talk, hold and wrap of at most 24 h each) in steps
 * of 2%, so that a bucket's middle is within 1% of every value in it (DDSketch's relative-error buckets, with integer
 * bounds that SQL can share). Below 100 ms a call counts as 0.
 */
export const bucketBounds: readonly number[] = (() => {
  const bounds: number[] = [];
  for (let bound = FIRST_MS; bound < LAST_MS; bound = Math.max(bound + 1, Math.floor(bound * GAMMA)))
    bounds.push(bound);
  return bounds;
})();

/** Number of bounds <= the value: the same answer as PostgreSQL's width_bucket(value, bounds). */
export function bucketOf(ms: number): number {
  let low = 0;
  let high = bucketBounds.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((bucketBounds[middle] ?? 0) <= ms) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The histogram of both. */
export function mergeHistograms(a: Histogram, b: Histogram): Histogram {
  const merged = new Map(a);
  for (const [bucket, count] of b) merged.set(bucket, (merged.get(bucket) ?? 0) + count);
  return merged;
}

/**
 * The smallest handle time in ms that at least a share `p` of the calls does not exceed, to within 1% (null: no calls).
 */
export function percentile(histogram: Histogram, p: number): number | null {
  const buckets = [...histogram].filter(([, count]) => count > 0).sort(([a], [b]) => a - b);
  const total = buckets.reduce((sum, [, count]) => sum + count, 0);
  if (total === 0) return null;
  let seen = 0;
  for (const [bucket, count] of buckets) {
    seen += count;
    if (seen >= p * total) return middleOf(bucket);
  }
  return middleOf(buckets.at(-1)?.[0] ?? 0);
}

function middleOf(bucket: number): number {
  const upper = bucketBounds[bucket] ?? LAST_MS;
  const lower = bucketBounds[bucket - 1] ?? 0;
  return bucket === 0 ? 0 : (2 * lower * upper) / (lower + upper);
}
