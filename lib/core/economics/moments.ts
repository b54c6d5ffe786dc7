import { convert, micros } from '#money';
import type { RollupRow } from '#rollup';
import { type Moments, marginMoments } from '#stats';
import type { Reporting } from './shares.ts';

/** The moments of no calls: revenue in currency units, handle time in seconds (statistics.md section 1.1). */
export function emptyMoments(): Moments {
  return { n: 0, r: 0, rr: 0, d: 0, dd: 0, rd: 0, k: 0, ds: 0 };
}

const MS = 1e3;
const MICROS = 1e6;

/** Adds a row's moments; revenue at the exchange rate of its day. */
export function addMoments(into: Moments, row: RollupRow, { currency, rates }: Reporting): void {
  const units = row.handledRevenue === 0n ? 1 : unitRate(row, { currency, rates });
  into.n += row.handled;
  into.r += (Number(row.handledRevenue) / MICROS) * units;
  into.rr += (Number(row.revenueSquared) / MICROS ** 2) * units ** 2;
  into.d += row.handleMs / MS;
  into.dd += Number(row.handleSquared) / MS ** 2;
  into.rd += (Number(row.revenueHandle) / (MICROS * MS)) * units;
  into.k += row.handledSales;
  into.ds += row.saleHandleMs / MS;
}

/** Units of the reporting currency for one of the row's, to twelve digits. */
function unitRate({ currency: from, day }: RollupRow, { currency, rates }: Reporting): number {
  const large = micros(10n ** 18n);
  return Number(convert(large, from, currency, day, rates)) / 1e18;
}

/** An amount per call: constant + revenue x r + handle x d + sale x s, and a `spread` that none of these explains. */
export type PerCallAmount = { constant: number; revenue: number; handle: number; sale: number; spread: number };

/** Sum over calls of the squared amount; `spread` is the sum of squares of a part taken to be independent of the rest. */
export function sumOfSquares({ constant, revenue, handle, sale, spread }: PerCallAmount, moments: Moments): number {
  return marginMoments(moments, { a: constant, b: revenue, c: handle, e: sale }).squares + spread;
}
