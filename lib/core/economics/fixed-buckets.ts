import { type Micros, micros, sumMicros } from '#money';
import type { RollupRow } from '#rollup';
import type { Keys, Place } from './grouping.ts';
import type { BooksInput } from './input.ts';
import type { PricedMonth } from './priced-months.ts';
import { isWithin } from './row-reader.ts';
import { fixedShares } from './shares.ts';

/** A month's fixed amounts for the days of one stretch of time, and the contract's rows that may carry them. */
export type FixedBucket = { amount: Micros; place: Place; rows: RollupRow[] };

/** Cuts a month's fixed amounts by days into the buckets of the grouping; days outside the period are left out. */
export function fixedBuckets(month: PricedMonth, input: BooksInput, bucketOf: Keys['bucketOf']): Iterable<FixedBucket> {
  const { vendor, program } = month.version;
  const { days, shares } = fixedShares(month, input);
  const buckets = new Map<string, FixedBucket>();
  if (shares.length === 0) return [];
  for (const [index, day] of days.entries()) {
    if (!isWithin(day, input)) continue;
    const place = { vendor, program, day };
    const bucket = buckets.get(bucketOf(place)) ?? { amount: micros(0), place, rows: [] };
    bucket.amount = sumMicros([bucket.amount, ...shares.map(({ parts }) => parts[index] ?? micros(0))]);
    buckets.set(bucketOf(place), bucket);
  }
  for (const row of month.rows) if (isWithin(row.day, input)) buckets.get(bucketOf(row))?.rows.push(row);
  return buckets.values();
}
