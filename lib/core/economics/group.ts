import { type Outcome, outcomes } from '#calls';
import type { ContractVersion } from '#contracts';
import type { Histogram, RollupRow } from '#rollup';
import { emptyClientAmounts } from './client-book.ts';
import type { GroupKey } from './economics.ts';

/** Handle time and handled calls under one contract version at one exchange rate: what a vendor's bill is made of. */
export type Work = { version: ContractVersion; day: RollupRow['day']; handleMs: number; handled: number };

/** The sums of one group; everything shown of it is computed from these. */
export type Group = ReturnType<typeof emptyGroup>;

/** A group without calls. */
export function emptyGroup(key: GroupKey) {
  return {
    key,
    counts: {
      calls: 0,
      offered: 0,
      attempted: 0,
      handled: 0,
      contact: 0,
      abandoned: 0,
      shortAbandoned: 0,
      billed: 0,
      withoutContract: 0,
      outcomes: Object.fromEntries(outcomes.map((outcome) => [outcome, 0])) as Record<Outcome, number>,
    },
    waitMs: 0,
    talkMs: 0,
    holdMs: 0,
    wrapMs: 0,
    handleMs: 0,
    billedSeconds: 0,
    waitKnown: 0,
    holdKnown: 0,
    wrapKnown: 0,
    /** Offered calls alone, for the service level and the abandonment. */
    inbound: { handled: 0, waitKnown: 0, abandoned: 0, answeredWithin: 0, abandonedWithin: 0 },
    inboundPrograms: new Set<string>(),
    histograms: [] as Histogram[],
    charges: 0n,
    client: emptyClientAmounts(),
    work: new Map<string, Work>(),
    /** What is missing. Revenue is reported by a vendor for a program or not at all; a fee may hang on it. */
    rowsWithRevenueReported: 0,
    handledWithoutRevenueReported: 0,
    salesWithoutRevenue: 0,
    callsWithUnknownFee: 0,
    /** Rows, and amounts that no call carries, of months that lack an input. */
    withMissingInputs: 0,
    handledWithoutVendorCost: 0,
  };
}

/** Adds a row's counts and times; written out, since this runs once for every row on a page. */
export function addQuantities(group: Group, row: RollupRow): void {
  const { counts } = group;
  counts.calls += row.calls;
  counts.offered += row.offered;
  counts.attempted += row.attempted;
  counts.handled += row.handled;
  counts.contact += row.contact;
  counts.abandoned += row.abandoned;
  counts.shortAbandoned += row.shortAbandoned;
  counts.billed += row.billedCalls;
  for (const outcome of outcomes) counts.outcomes[outcome] += row.outcomes[outcome];
  group.waitMs += row.waitMs;
  group.talkMs += row.talkMs;
  group.holdMs += row.holdMs;
  group.wrapMs += row.wrapMs;
  group.handleMs += row.handleMs;
  group.billedSeconds += row.billedSeconds;
  group.waitKnown += row.waitKnown;
  group.holdKnown += row.holdKnown;
  group.wrapKnown += row.wrapKnown;
  if (row.histogram.size > 0) group.histograms.push(row.histogram);
  if (row.offered > 0) addInbound(group, row);
}

function addInbound({ inbound, inboundPrograms }: Group, row: RollupRow): void {
  inbound.handled += row.handled;
  inbound.waitKnown += row.waitKnown;
  inbound.abandoned += row.abandoned;
  inbound.answeredWithin += row.answeredWithin;
  inbound.abandonedWithin += row.abandonedWithin;
  inboundPrograms.add(row.program);
}

/** Adds a row's handle time to the vendor's work; `when` tells exchange rates apart ('' where nothing is converted). */
export function addWork(
  { work }: Group,
  row: RollupRow,
  { version, when }: { version: ContractVersion; when: string },
) {
  const id = `${version.id}\n${when}`;
  const entry = work.get(id);
  if (entry) {
    entry.handleMs += row.handleMs;
    entry.handled += row.handled;
  } else work.set(id, { version, day: row.day, handleMs: row.handleMs, handled: row.handled });
}
