import type { Line } from '#pricing';
import type { Moments } from '#stats';
import type { PerCallAmount } from './moments.ts';

/** What a charge moves with from one call to the next. */
export type Driver = 'call' | 'handle' | 'sale' | 'resolved' | 'contact' | 'revenue';

/** A day's fee by what it moves with, in currency units. */
export type Fee = Record<Driver, number>;

/** The driver of a line; a month's amount, and what is decided by the month as a whole, is the same for every call. */
export function driverOf({ charge, detail }: Pick<Line, 'charge' | 'detail'>): Driver {
  switch (charge) {
    case 'per_minute':
      return 'handle';
    case 'per_hour':
      return detail.hours === 'productive' ? 'handle' : 'call';
    case 'surcharge':
      return detail.on?.length === 1 && detail.on[0] === 'per_minute' ? 'handle' : 'call';
    case 'per_outcome':
      return detail.outcome ?? 'call';
    case 'revenue_share':
      return 'revenue';
    default:
      return 'call';
  }
}

/** No fee at all. */
export function emptyFee(): Fee {
  return { call: 0, handle: 0, sale: 0, resolved: 0, contact: 0, revenue: 0 };
}

/** The day's whole fee. */
export function feeTotal(fee: Fee): number {
  return fee.call + fee.handle + fee.sale + fee.resolved + fee.contact + fee.revenue;
}

/**
 * The day's average fee as an amount per call (statistics.md section 1.1). The roll-up has no cross moments of resolved
 * calls and contacts: their mean goes to every call, and the spread of a yes-or-no charge is added on its own.
 */
export function feePerCall(fee: Fee, moments: Moments, counts: { resolved: number; contact: number }): PerCallAmount {
  const { n, r, d, k } = moments;
  const flat = (amount: number, of: number) => (of === 0 ? amount / n : 0);
  const each = (amount: number, of: number) => (of === 0 ? 0 : amount / of);
  return {
    constant:
      (fee.call + fee.resolved + fee.contact) / n + flat(fee.handle, d) + flat(fee.sale, k) + flat(fee.revenue, r),
    handle: each(fee.handle, d),
    sale: each(fee.sale, k),
    revenue: each(fee.revenue, r),
    spread: yesNoSpread(fee.resolved, counts.resolved, n) + yesNoSpread(fee.contact, counts.contact, n),
  };
}

/** Sum of squares around the mean of a fee paid on `count` of `n` calls. */
function yesNoSpread(amount: number, count: number, n: number): number {
  return count === 0 || count >= n ? 0 : (amount / count) ** 2 * count * (1 - count / n);
}
