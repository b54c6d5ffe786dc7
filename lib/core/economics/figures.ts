import { micros } from '#money';
import { bucketBounds, type Histogram, percentile } from '#rollup';
import type { ProgramRates } from './client-book.ts';
import type { Economics } from './economics.ts';
import type { Group } from './group.ts';
import { serviceLevel } from './service-level.ts';
import type { Reporting } from './shares.ts';
import { meetingPoint, perCall, type VendorTotals, vendorFigures, vendorTotals } from './vendor-book.ts';
import type { VendorRates } from './vendor-rates.ts';
import { zoneOf } from './zone.ts';

type Context = Reporting & {
  programs: ReadonlyMap<string, ProgramRates>;
  vendors: ReadonlyMap<string, VendorRates>;
};

/** What is known of a group's money; null = cannot be computed. */
type Known = { charges: bigint | null; client: Group['client'] | null; vendor: VendorTotals | null };

/** The figures of a group: sums first, one division last. */
export function figures(group: Group, context: Context): Economics {
  const known = knownOf(group, context);
  const { charges, client, vendor } = known;
  const perHandled = perCallFigures(group, known);
  const { floor, ceiling, cost } = perHandled.perCall;
  const money = (amount: bigint | undefined | null) => (amount == null ? null : micros(amount));
  return {
    key: group.key,
    currency: context.currency,
    counts: group.counts,
    ...times(group),
    money: { charges: money(charges), revenue: money(client?.revenue), contribution: money(client?.contribution) },
    inputs: {
      otherCost: money(client?.otherCost),
      requiredMargin: money(client && client.requiredPerCall + client.requiredShare),
      labour: money(vendor?.value.labour),
      overhead: money(vendor?.value.overhead),
      floor: money(vendor?.value.floor),
    },
    ...perHandled,
    conversion: ratio(group.counts.outcomes.sale, group.counts.handled),
    costRatio:
      charges !== null && client && client.contribution > 0n ? Number(charges) / Number(client.contribution) : null,
    costPerSale: charges === null ? null : ratio(Number(charges), group.counts.outcomes.sale * 1e6),
    serviceLevel: serviceLevel(group, context.programs),
    abandonRate: ratio(group.inbound.abandoned, group.counts.offered),
    meetingPoint: client && vendor && ceiling !== null ? meetingPoint(vendor, group) : null,
    zone: cost === null || floor === null || ceiling === null ? null : zoneOf(cost, floor.value, ceiling),
    gaps: gapsOf(group),
  };
}

function knownOf(group: Group, context: Context): Known {
  const { counts, rowsWithRevenueReported, handledWithoutRevenueReported } = group;
  const revenueKnown = handledWithoutRevenueReported === 0 && rowsWithRevenueReported > 0;
  const chargesKnown = counts.withoutContract === 0 && group.callsWithUnknownFee === 0 && group.withMissingInputs === 0;
  const vendorKnown = counts.handled > 0 && counts.withoutContract === 0 && group.handledWithoutVendorCost === 0;
  return {
    charges: chargesKnown ? group.charges : null,
    client: revenueKnown ? group.client : null,
    vendor: vendorKnown ? vendorTotals(group.work.values(), context.vendors, context) : null,
  };
}

function perCallFigures(group: Group, { charges, client, vendor }: Known): Pick<Economics, 'perCall' | 'breakEvenAht'> {
  const { handled } = group.counts;
  const each = (total: bigint | null | undefined) => (total == null || handled === 0 ? null : perCall(total, handled));
  const before = client && client.contribution - client.otherCost;
  const { breakEvenAht, ...vendorPerCall } = vendor
    ? vendorFigures(vendor, charges, group)
    : { vendorCost: null, vendorMargin: null, floor: null, breakEvenAht: null };
  return {
    perCall: {
      cost: each(charges),
      revenue: each(client?.revenue),
      contribution: each(client?.contribution),
      margin: each(before === null || charges === null ? null : before - charges),
      ceiling: each(client && before !== null ? before - client.requiredPerCall - client.requiredShare : null),
      ...vendorPerCall,
    },
    breakEvenAht,
  };
}

type Times = Pick<
  Economics,
  'seconds' | 'aht' | 'ahtParts' | 'reported' | 'averageSpeedOfAnswer' | 'p50Handle' | 'p90Handle'
>;

/** Times over handled calls, in seconds; a part that the vendor reports for no call is unknown, not 0. */
function times(group: Group): Times {
  const { handled } = group.counts;
  const histogram = merged(group.histograms);
  const seconds = {
    wait: group.waitKnown > 0 ? group.waitMs / 1000 : null,
    talk: group.talkMs / 1000,
    hold: group.holdKnown > 0 ? group.holdMs / 1000 : null,
    wrap: group.wrapKnown > 0 ? group.wrapMs / 1000 : null,
    handle: group.handleMs / 1000,
    billed: group.billedSeconds,
  };
  return {
    seconds,
    aht: ratio(group.handleMs, handled * 1000),
    ahtParts: {
      talk: ratio(group.talkMs, handled * 1000),
      hold: seconds.hold === null ? null : ratio(group.holdMs, handled * 1000),
      wrap: seconds.wrap === null ? null : ratio(group.wrapMs, handled * 1000),
    },
    reported: {
      wait: ratio(group.waitKnown, handled),
      hold: ratio(group.holdKnown, handled),
      wrap: ratio(group.wrapKnown, handled),
    },
    averageSpeedOfAnswer: ratio(group.waitMs, group.waitKnown * 1000),
    p50Handle: secondsOf(percentile(histogram, 0.5)),
    p90Handle: secondsOf(percentile(histogram, 0.9)),
  };
}

/** Added up in one array: merging pairs of many small histograms would copy the sum each time. */
function merged(histograms: readonly Histogram[]): Histogram {
  const [only] = histograms;
  if (only === undefined || histograms.length === 1) return only ?? new Map();
  const counters = new Float64Array(bucketBounds.length + 1);
  for (const histogram of histograms)
    for (const [bucket, count] of histogram) counters[bucket] = (counters[bucket] ?? 0) + count;
  const sum: Histogram = new Map();
  for (const [bucket, count] of counters.entries()) if (count > 0) sum.set(bucket, count);
  return sum;
}

function secondsOf(ms: number | null): number | null {
  return ms === null ? null : ms / 1000;
}

function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

function gapsOf(group: Group): Economics['gaps'] {
  const { counts } = group;
  const gaps: [boolean, Economics['gaps'][number]][] = [
    [counts.withoutContract > 0, 'no_contract'],
    [group.handledWithoutRevenueReported > 0 || group.callsWithUnknownFee > 0, 'no_revenue'],
    [group.withMissingInputs > 0, 'no_inputs'],
    [group.salesWithoutRevenue > 0, 'sales_without_revenue'],
    [group.handledWithoutVendorCost > 0, 'no_vendor_cost'],
    [counts.handled === 0, 'no_calls'],
  ];
  return gaps.filter(([present]) => present).map(([, gap]) => gap);
}
