import { type Call, handleMs, isAttempted, isContact, isOffered, isShortAbandon } from '#calls';
import { type ContractVersion, contractOn, type Program } from '#contracts';
import { type Micros, micros } from '#money';
import { previousBillable, rate } from '#rating';
import { eventMatcher, isBookedApart, type MatchedEvent, matchedEvents, netRevenue, type RevenueEvent } from '#revenue';
import { type Day, localDay } from '#time';
import { bucketOf } from './histogram.ts';
import { addSums, emptySums, type RollupKey, type RollupRow, type RollupSums } from './row.ts';

type ProgramRules = Pick<
  Program,
  'timezone' | 'shortAbandonSeconds' | 'serviceLevel' | 'revenueBooking' | 'lastTouchDays'
>;

/** A call as it is summed: its billing, and its revenue with that of its events; null = none reported. */
type Summed = { billable: boolean; billedSeconds: number; revenue: Micros | null };

function sumsOf(call: Call, program: ProgramRules, { revenue, ...billed }: Summed): RollupSums {
  const sums = emptySums();
  const threshold = program.serviceLevel ? program.serviceLevel.seconds * 1000 : null;
  const within = threshold !== null && call.waitMs !== null && call.waitMs <= threshold ? 1 : 0;
  const abandoned = call.outcome === 'abandoned' ? 1 : 0;
  sums.calls = 1;
  sums.offered = isOffered(call) ? 1 : 0;
  sums.attempted = isAttempted(call) ? 1 : 0;
  sums.contact = isContact(call) ? 1 : 0;
  sums.abandoned = abandoned;
  sums.shortAbandoned = isShortAbandon(call, program.shortAbandonSeconds) ? 1 : 0;
  sums.answeredWithin = call.answered ? within : 0;
  sums.abandonedWithin = abandoned * within;
  sums.outcomes[call.outcome] = 1;
  sums.billedCalls = billed.billable ? 1 : 0;
  sums.billedSeconds = billed.billedSeconds;
  sums.revenue = micros(revenue ?? 0n);
  sums.revenueCalls = revenue === null ? 0 : 1;
  sums.salesWithoutRevenue = revenue === null && call.outcome === 'sale' ? 1 : 0;
  if (call.answered) addHandled(sums, call, revenue ?? 0n);
  return sums;
}

function addHandled(sums: RollupSums, call: Call, revenue: bigint): void {
  const handle = handleMs(call);
  sums.handled = 1;
  sums.waitMs = call.waitMs ?? 0;
  sums.talkMs = call.talkMs;
  sums.holdMs = call.holdMs ?? 0;
  sums.wrapMs = call.wrapMs ?? 0;
  sums.handleMs = handle;
  sums.waitKnown = call.waitMs === null ? 0 : 1;
  sums.holdKnown = call.holdMs === null ? 0 : 1;
  sums.wrapKnown = call.wrapMs === null ? 0 : 1;
  sums.handledSales = call.outcome === 'sale' ? 1 : 0;
  sums.handledRevenue = micros(revenue);
  sums.revenueSquared = revenue * revenue;
  sums.handleSquared = BigInt(handle) * BigInt(handle);
  sums.revenueHandle = revenue * BigInt(handle);
  sums.saleHandleMs = call.outcome === 'sale' ? handle : 0;
  sums.histogram = new Map([[bucketOf(handle), 1]]);
}

/** The text under which rows with the same key meet. */
function keyText(key: RollupKey): string {
  return JSON.stringify([
    key.vendor,
    key.program,
    key.callType,
    key.direction,
    key.day,
    key.rateClass,
    key.contractId,
    key.currency,
  ]);
}

/**
 * The reference roll-up (economics.md section 3): simple, slow, and what the SQL in #db must equal row for row. A leg
 * whose time its call has already is in no sum. Revenue is that of the calls and their events (docs/formulas/revenue.md).
 */
export function rollUp(
  calls: Iterable<Call>,
  programs: ReadonlyMap<string, ProgramRules>,
  versions: readonly ContractVersion[],
  events: Iterable<RevenueEvent> = [],
): RollupRow[] {
  const given = [...calls];
  const rows = new Map<string, RollupRow>();
  const add = (key: RollupKey, sums: RollupSums) => {
    const row = rows.get(keyText(key)) ?? { ...key, ...emptySums() };
    rows.set(keyText(key), { ...key, ...addSums(row, sums) });
  };
  const matched = matchedEvents(events, eventMatcher(given, programs));
  const isApart = (own: MatchedEvent) => isBookedApart(own, rulesOf(programs, own.call));
  const withCall = eventRevenue(matched, isApart);
  const all = given.filter(({ legOf }) => legOf === null);
  const previous = previousBillable(all, (call) => versionAt(versions, call));
  for (const call of all) {
    const program = rulesOf(programs, call);
    const version = versionAt(versions, call);
    const rated = version
      ? rate(call, version, previous.get(call))
      : { billable: false, billedSeconds: 0, rateClass: 'standard' };
    const day = localDay(call.startedAt, program.timezone);
    const revenue = netRevenue(call.revenue, withCall.get(call) ?? null);
    add(keyOf(call, { day, rateClass: rated.rateClass, version }), sumsOf(call, program, { ...rated, revenue }));
  }
  for (const { call, at, net } of apart(matched.filter(isApart), programs, versions))
    add(keyOf(call, at), laterSums(call, net));
  return [...rows.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}

function rulesOf(programs: ReadonlyMap<string, ProgramRules>, { vendor, callId, program }: Call): ProgramRules {
  const rules = programs.get(program);
  if (!rules) throw new Error(`call ${vendor}/${callId} names the undeclared program "${program}"`);
  return rules;
}

type At = { day: Day; rateClass: string; version: ContractVersion | null };

function keyOf({ vendor, program, callType, direction, currency }: Call, { day, rateClass, version }: At): RollupKey {
  return { vendor, program, callType, direction, day, rateClass, contractId: version?.id ?? null, currency };
}

/** By call with any event: the net of those that are booked with it, 0 where all are booked on days of their own. */
function eventRevenue(matched: readonly MatchedEvent[], isApart: (own: MatchedEvent) => boolean): Map<Call, Micros> {
  const net = new Map<Call, Micros>();
  for (const own of matched) {
    const before = net.get(own.call) ?? micros(0);
    net.set(own.call, isApart(own) ? before : micros(before + own.event.amount));
  }
  return net;
}

type Later = { call: Call; at: At; net: Micros };

/**
 * What events bring on days of their own: the net of a call's events of a day, in the contract version that is in force
 * then. Nothing of it is billed, so it is of no rate class in particular: `standard`.
 */
function apart(
  matched: readonly MatchedEvent[],
  programs: ReadonlyMap<string, ProgramRules>,
  versions: readonly ContractVersion[],
): Later[] {
  const found = new Map<string, Later>();
  for (const { call, event } of matched) {
    const day = localDay(event.occurredAt, rulesOf(programs, call).timezone);
    const version = versionAt(versions, { ...call, startedAt: event.occurredAt });
    const key = JSON.stringify([call.vendor, call.callId, day, version?.id]);
    const net = micros((found.get(key)?.net ?? 0n) + event.amount);
    found.set(key, { call, at: { day, version, rateClass: 'standard' }, net });
  }
  return [...found.values()];
}

/** No call, and the revenue of one: with its square, as of a call that took no time. */
function laterSums({ answered }: Call, net: Micros): RollupSums {
  const sums = { ...emptySums(), revenue: net };
  return answered ? { ...sums, handledRevenue: net, revenueSquared: net * net } : sums;
}

/** The version in force at the call's start, each version asked on its own zone's calendar. */
function versionAt(
  versions: readonly ContractVersion[],
  call: Pick<Call, 'vendor' | 'program' | 'startedAt'>,
): ContractVersion | null {
  const zones = new Set(
    versions.filter((version) => version.vendor === call.vendor).map((version) => version.timezone),
  );
  const inForce = [...zones].flatMap((zone) => {
    const own = versions.filter((version) => version.timezone === zone);
    return contractOn(own, call.vendor, call.program, localDay(call.startedAt, zone)) ?? [];
  });
  return inForce.find((version) => version.program === call.program) ?? inForce[0] ?? null;
}
