import { type Day, eachDay } from '#time';
import { type EvidenceBooks, type EvidenceScope, type EvidenceSums, evidenceSums } from './evidence-sums.ts';
import { feePerCall, feeTotal } from './fee.ts';
import { type PerCallAmount, sumOfSquares } from './moments.ts';
import type { Reporting } from './shares.ts';
import { type VendorTotals, vendorTotals } from './vendor-book.ts';
import { byWage, type VendorRates, vendorRatesById } from './vendor-rates.ts';

/**
 * One day of one book for the evidence (statistics.md section 1.2), in the reporting currency's units as numbers:
 * `y` total margin, `yy` sum of squared per-call margins, `x` total of the skewed driver, `xx` its sum of squares.
 * `driver` names it: money that comes in (client: contribution; a vendor paid per outcome: its fee) or labour cost.
 */
export type BookDay = { n: number; y: number; yy: number; x: number; xx: number };

/** One local day of one vendor and program. A book is null where a figure that it needs is unknown. */
export type EvidenceDay = {
  day: Day;
  /** Handled calls. */
  calls: number;
  client: BookDay | null;
  /** The vendor's book at the best guess of the wage, and at the low and high ends of its range. */
  vendor: { value: BookDay; low: BookDay; high: BookDay } | null;
};

const nothing: BookDay = { n: 0, y: 0, yy: 0, x: 0, xx: 0 };

/**
 * Every day from `from` up to, not including, `to` for one vendor and program, days without handled calls with n = 0.
 * Variable charges are those of the day's calls; a month's amount, taken by the days within `from` and `to`, is the same
 * for every handled call of the month. Rows, and errors, as for `economics`.
 */
export function evidenceDays(books: EvidenceBooks, scope: EvidenceScope): EvidenceDay[] {
  const sums = evidenceSums(books, scope);
  const rates = vendorRatesById(books.versions);
  return [...eachDay(scope.from, scope.to)].map((day) => {
    const own = sums.days.get(day);
    if (!own || own.moments.n === 0)
      return { day, calls: 0, client: sums.revenueReported ? nothing : null, vendor: byWage(() => nothing) };
    return { day, calls: own.moments.n, client: clientDay(own), vendor: vendorDay(own, rates, books) };
  });
}

function clientDay(sums: EvidenceSums): BookDay | null {
  const { group, moments } = sums;
  if (!isFeeKnown(sums) || group.handledWithoutRevenueReported > 0) return null;
  const { n, rr } = moments;
  const contribution = Number(group.client.contribution) / 1e6;
  const otherCost = Number(group.client.otherCost) / 1e6;
  const fee = feeOf(sums);
  const share = group.client.revenue === 0n ? 0 : Number(group.client.contribution) / Number(group.client.revenue);
  const margin: PerCallAmount = {
    constant: -fee.constant - otherCost / n,
    revenue: share - fee.revenue,
    handle: -fee.handle,
    sale: -fee.sale,
    spread: fee.spread,
  };
  const y = contribution - feeTotal(sums.fee) - otherCost;
  return { n, y, yy: sumOfSquares(margin, moments), x: contribution, xx: share * share * rr };
}

function vendorDay(
  sums: EvidenceSums,
  rates: ReadonlyMap<string, VendorRates>,
  reporting: Reporting,
): EvidenceDay['vendor'] {
  if (!isFeeKnown(sums) || sums.group.handledWithoutVendorCost > 0) return null;
  const totals = vendorTotals(sums.group.work.values(), rates, reporting);
  return byWage((wage) => vendorDayAt(sums, totals[wage]));
}

function vendorDayAt(sums: EvidenceSums, bill: VendorTotals['value']): BookDay {
  const { moments, fee } = sums;
  const { n, d, dd } = moments;
  const labour = Number(bill.labour) / 1e6;
  const overhead = Number(bill.overhead) / 1e6;
  const perCall = feeOf(sums);
  const labourPerSecond = d === 0 ? 0 : labour / d;
  const margin = {
    ...perCall,
    constant: perCall.constant - overhead / n,
    handle: perCall.handle - labourPerSecond,
  };
  const driver = sums.paidByResult
    ? { x: feeTotal(fee), xx: sumOfSquares(perCall, moments) }
    : { x: labour, xx: labourPerSecond ** 2 * dd };
  return { n, y: feeTotal(fee) - labour - overhead, yy: sumOfSquares(margin, moments), ...driver };
}

function isFeeKnown({ group }: EvidenceSums): boolean {
  const { counts, callsWithUnknownFee, withMissingInputs } = group;
  return counts.withoutContract === 0 && callsWithUnknownFee === 0 && withMissingInputs === 0;
}

function feeOf({ fee, moments, group }: EvidenceSums): PerCallAmount {
  return feePerCall(fee, moments, { resolved: group.counts.outcomes.resolved, contact: group.counts.contact });
}
