import { type ContractVersion, type Program, type Rerating, rerating } from '#contracts';
import {
  beginTouched,
  type Db,
  daysWithCalls,
  forgetTouched,
  idsByCode,
  listPrograms,
  listVersions,
  lockVendors,
  refreshTouched,
  relabelDays,
  rematchAll,
  touchAll,
  touchDays,
} from '#db';

/** The terms that the roll-up of calls follows from. */
export type Terms = { versions: ContractVersion[]; programs: Program[] };

/** How far a recomputation has come, in vendor-days. */
export type Progress = (progress: { done: number; total: number; step: string }) => Promise<void> | void;

/** The terms as they are stored. */
export async function currentTerms(tx: Db): Promise<Terms> {
  return { versions: await listVersions(tx), programs: await listPrograms(tx) };
}

type Pair = { vendorId: number; programId: number } & Rerating;

/**
 * Brings the roll-up up to changed terms: nothing for a price, labels where only a version's name changes, calls rated
 * anew where rating or contract change, and everything where a program counts its days or thresholds otherwise. Vendors
 * are locked in ascending order of their ids, as imports lock them: two that wait for each other would wait for ever.
 */
export async function rerateChanged(
  tx: Db,
  { before, after }: { before: Terms; after: Terms },
  report: Progress = () => {},
): Promise<{ days: number }> {
  if (programRules(before, after) !== programRules(after, before)) return rerateAll(tx);
  const pairs = await changedPairs(tx, before.versions, after);
  if (pairs.length === 0) return { days: 0 };
  await lockVendors(tx, [...new Set(pairs.map(({ vendorId }) => vendorId))]);
  for (const pair of pairs) for (const days of pair.relabel) await relabelDays(tx, pair, days);
  return { days: await rerateDays(tx, pairs, report) };
}

/** What the roll-up, and the matching of later revenue, take from the programs that are in both. */
function programRules({ programs }: Terms, other: Terms): string {
  const kept = programs.filter(({ code }) => other.programs.some((program) => program.code === code));
  return JSON.stringify(
    kept
      .map((own) => [
        own.code,
        own.timezone,
        own.shortAbandonSeconds,
        own.serviceLevel?.seconds ?? null,
        own.revenueBooking,
        own.lastTouchDays,
      ])
      .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
  );
}

/** Makes the whole roll-up anew from the calls and the revenue events. */
export async function rerateAll(tx: Db): Promise<{ days: number }> {
  await beginTouched(tx);
  await touchAll(tx);
  await rematchAll(tx);
  return refreshTouched(tx);
}

async function changedPairs(
  tx: Db,
  before: readonly ContractVersion[],
  { versions, programs }: Terms,
): Promise<Pair[]> {
  const ids = await idsByCode(tx);
  const vendors = [...new Set([...before, ...versions].map(({ vendor }) => vendor))];
  return vendors
    .flatMap((vendor) =>
      programs.map(({ code, timezone }) => ({
        vendorId: ids.vendors.get(vendor) ?? 0,
        programId: ids.programs.get(code) ?? 0,
        ...rerating(before, versions, { vendor, program: code, timezone }),
      })),
    )
    .filter(({ relabel, rerate }) => relabel.length + rerate.length > 0);
}

/** By calendar months, so that a long recomputation can say how far it is. */
async function rerateDays(tx: Db, pairs: readonly Pair[], report: Progress): Promise<number> {
  const months = new Map<string, { pair: Pair; days: string[] }[]>();
  let total = 0;
  for (const pair of pairs)
    for (const [month, days] of byMonth(await daysWithCalls(tx, pair, pair.rerate))) {
      months.set(month, [...(months.get(month) ?? []), { pair, days }]);
      total += days.length;
    }
  if (total === 0) return 0;
  await beginTouched(tx);
  let done = 0;
  for (const [, parts] of [...months].sort(([a], [b]) => (a < b ? -1 : 1))) {
    await report({ done, total, step: 'rating' });
    await forgetTouched(tx);
    for (const { pair, days } of parts) await touchDays(tx, pair, days);
    await refreshTouched(tx);
    done += parts.reduce((sum, { days }) => sum + days.length, 0);
  }
  await report({ done, total, step: 'rating' });
  return done;
}

function byMonth(days: readonly string[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const day of days) {
    const month = day.slice(0, 7);
    found.set(month, [...(found.get(month) ?? []), day]);
  }
  return found;
}
