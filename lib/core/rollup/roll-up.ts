import { type Call, handleMs, isAttempted, isContact, isOffered, isShortAbandon } from '#calls';
import { type ContractVersion, contractOn, type Program } from '#contracts';
import { micros } from '#money';
import { previousBillable, rate } from '#rating';
import { localDay } from '#time';
import { bucketOf } from './histogram.ts';
import { addSums, emptySums, type RollupKey, type RollupRow, type RollupSums } from './row.ts';

type ProgramRules = Pick<Program, 'timezone' | 'shortAbandonSeconds' | 'serviceLevel'>;

function sumsOf(call: Call, program: ProgramRules, billed: { billable: boolean; billedSeconds: number }): RollupSums {
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
  sums.revenue = micros(call.revenue ?? 0n);
  sums.revenueCalls = call.revenue === null ? 0 : 1;
  sums.salesWithoutRevenue = call.revenue === null && call.outcome === 'sale' ? 1 : 0;
  if (call.answered) addHandled(sums, call);
  return sums;
}

function addHandled(sums: RollupSums, call: Call): void {
  const handle = handleMs(call);
  const revenue = call.revenue ?? 0n;
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
 * whose time its call has already is in no sum.
 */
export function rollUp(
  calls: Iterable<Call>,
  programs: ReadonlyMap<string, ProgramRules>,
  versions: readonly ContractVersion[],
): RollupRow[] {
  const rows = new Map<string, RollupRow>();
  const all = [...calls].filter(({ legOf }) => legOf === null);
  const previous = previousBillable(all, (call) => versionAt(versions, call));
  for (const call of all) {
    const program = programs.get(call.program);
    if (!program) throw new Error(`call ${call.vendor}/${call.callId} names the undeclared program "${call.program}"`);
    const version = versionAt(versions, call);
    const rated = version
      ? rate(call, version, previous.get(call))
      : { billable: false, billedSeconds: 0, rateClass: 'standard' };
    const key: RollupKey = {
      vendor: call.vendor,
      program: call.program,
      callType: call.callType,
      direction: call.direction,
      day: localDay(call.startedAt, program.timezone),
      rateClass: rated.rateClass,
      contractId: version?.id ?? null,
      currency: call.currency,
    };
    const row = rows.get(keyText(key)) ?? { ...key, ...emptySums() };
    addSums(row, sumsOf(call, program, rated));
    rows.set(keyText(key), row);
  }
  return [...rows.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}

/** The version in force at the call's start, each version asked on its own zone's calendar. */
function versionAt(versions: readonly ContractVersion[], call: Call): ContractVersion | null {
  const zones = new Set(
    versions.filter((version) => version.vendor === call.vendor).map((version) => version.timezone),
  );
  const inForce = [...zones].flatMap((zone) => {
    const own = versions.filter((version) => version.timezone === zone);
    return contractOn(own, call.vendor, call.program, localDay(call.startedAt, zone)) ?? [];
  });
  return inForce.find((version) => version.program === call.program) ?? inForce[0] ?? null;
}
