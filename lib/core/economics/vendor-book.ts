import { convert, micros } from '#money';
import { monthOf } from '#time';
import type { Economics, MeetingPoint, Range } from './economics.ts';
import type { Group, Work } from './group.ts';
import type { Reporting } from './shares.ts';
import { byWage, type VendorBill, type VendorRates, vendorBill } from './vendor-rates.ts';

/** The vendor's cost of a group in the reporting currency, at each wage. */
export type VendorTotals = { value: VendorBill; low: VendorBill; high: VendorBill };

/** Sums the vendor's bill over the group's contract versions, each converted by its own rule. */
export function vendorTotals(
  work: Iterable<Work>,
  rates: ReadonlyMap<string, VendorRates>,
  reporting: Reporting,
): VendorTotals {
  const totals = byWage(() => ({ labour: 0n, overhead: 0n, floor: 0n, floorOverhead: 0n }));
  for (const { version, day, ...sums } of work) {
    const own = rates.get(version.id);
    if (!own) continue;
    const when = version.exchange === 'call_day' ? day : monthOf(day);
    const exchange = (amount: bigint) =>
      convert(micros(amount), version.currency, reporting.currency, when, reporting.rates);
    for (const wage of ['value', 'low', 'high'] as const) {
      const bill = vendorBill(own, wage, sums);
      for (const part of ['labour', 'overhead', 'floor', 'floorOverhead'] as const)
        totals[wage][part] += exchange(bill[part]);
    }
  }
  return byWage((wage) => asBill(totals[wage]));
}

function asBill(sums: Record<keyof VendorBill, bigint>): VendorBill {
  const { labour, overhead, floor, floorOverhead } = sums;
  return {
    labour: micros(labour),
    overhead: micros(overhead),
    floor: micros(floor),
    floorOverhead: micros(floorOverhead),
  };
}

type VendorFigures = Pick<Economics['perCall'], 'vendorCost' | 'vendorMargin' | 'floor'> &
  Pick<Economics, 'breakEvenAht'>;

/** The vendor's book per handled call; a margin and a break-even need the fee, which may be unknown (null). */
export function vendorFigures(totals: VendorTotals, charges: bigint | null, group: Group): VendorFigures {
  const { handled } = group.counts;
  const each = (of: (bill: VendorBill) => bigint): Range => byWage((wage) => perCall(of(totals[wage]), handled));
  return {
    vendorCost: each((bill) => bill.labour + bill.overhead),
    floor: each((bill) => bill.floor),
    vendorMargin: charges === null ? null : each((bill) => charges - bill.labour - bill.overhead),
    breakEvenAht:
      charges === null ? null : handleTimeWhere(totals, group, (bill) => [charges - bill.overhead, bill.labour]),
  };
}

/**
 * Where floor and ceiling meet (economics.md section 6, `broken`): the handle time at which today's ceiling would just
 * pay the floor, and the revenue per call (every program's alike in proportion) that would just pay today's floor.
 */
export function meetingPoint(totals: VendorTotals, group: Group): MeetingPoint {
  const { revenue, contribution, otherCost, requiredPerCall, requiredShare } = group.client;
  const kept = contribution - requiredShare;
  const ceiling = kept - otherCost - requiredPerCall;
  const revenueFor = (bill: VendorBill) =>
    (Number(revenue) * Number(bill.floor + otherCost + requiredPerCall)) / Number(kept) / group.counts.handled / 1e6;
  const aht = handleTimeWhere(totals, group, (bill) => [ceiling - bill.floorOverhead, bill.floor - bill.floorOverhead]);
  return {
    aht: aht !== null && Math.min(aht.value, aht.low, aht.high) >= 0 ? aht : null,
    revenuePerCall: kept > 0n ? byWage((wage) => revenueFor(totals[wage])) : null,
  };
}

/** Today's AHT scaled by what there is to pay labour with over what labour costs; null where labour costs nothing. */
function handleTimeWhere(
  totals: VendorTotals,
  { handleMs, counts }: Group,
  paidOverCost: (bill: VendorBill) => [paid: bigint, cost: bigint],
): Range | null {
  if (totals.low.labour === 0n) return null;
  return byWage((wage) => {
    const [paid, cost] = paidOverCost(totals[wage]);
    return (handleMs * Number(paid)) / Number(cost) / (counts.handled * 1000);
  });
}

/** Currency units per handled call of a total in micros, divided once. */
export function perCall(total: bigint, handled: number): number {
  return Number(total) / (handled * 1e6);
}
