import { convert, micros } from '#money';
import type { RollupRow } from '#rollup';
import type { Reporting } from './shares.ts';

/**
 * First and second sums over the handled calls of a day, revenue r in currency units, handle time d in seconds and the
 * sale indicator s: what the variance of a per-call amount linear in them needs (statistics.md section 1.1).
 */
export type Moments = { n: number; r: number; rr: number; d: number; dd: number; rd: number; s: number; ds: number };

/** The moments of no calls. */
export function emptyMoments(): Moments {
  return { n: 0, r: 0, rr: 0, d: 0, dd: 0, rd: 0, s: 0, ds: 0 };
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
  into.s += row.handledSales;
  into.ds += row.saleHandleMs / MS;
}

/** Units of the reporting currency for one of the row's, to twelve digits. */
function unitRate({ currency: from, day }: RollupRow, { currency, rates }: Reporting): number {
  const large = micros(10n ** 18n);
  return Number(convert(large, from, currency, day, rates)) / 1e18;
}

/** An amount per call: constant + revenue x r + handle x d + sale x s, and a `spread` that none of these explains. */
export type PerCallAmount = { constant: number; revenue: number; handle: number; sale: number; spread: number };

/**
 * Sum over calls of the squared amount; r x s sums to r, since a call without a sale brings no revenue. `spread` is the
 * sum of squares of a part that is taken to be independent of the rest.
 */
export function sumOfSquares(amount: PerCallAmount, { n, r, rr, d, dd, rd, s, ds }: Moments): number {
  const { constant: a, revenue: b, handle: c, sale: e, spread } = amount;
  const squares = a * a * n + b * b * rr + c * c * dd + e * e * s;
  const products = a * b * r + a * c * d + a * e * s + b * c * rd + b * e * r + c * e * ds;
  return Math.max(0, squares + 2 * products) + spread;
}
