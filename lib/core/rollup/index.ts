/**
 * The roll-up row: one per vendor, program, call type, direction, local day, rate class, contract version and revenue
 * currency, holding only sums that add; its merge, its handle-time histogram, and the reference roll-up of calls that
 * the SQL one is tested against.
 * Does not own: prices (#pricing), ratios (#economics), the SQL (#db).
 */

export { bucketBounds, bucketOf, type Histogram, mergeHistograms, percentile } from './histogram.ts';
export { rollUp } from './roll-up.ts';
export { addSums, emptySums, type RollupKey, type RollupRow, type RollupSums, sumRows } from './row.ts';
