import type { BookDay } from '#economics';
import {
  boundary,
  confidenceInterval,
  type DaySums,
  type DriverKind,
  detectable,
  estimate,
  flagEvidence,
  hasMinimumSample,
  prefixSums,
  recoveryEvidence,
  studentised,
  windowSums,
} from '#stats';
import { type Day, daysBetween } from '#time';
import type { Condition, Look } from './next-state.ts';
import type { BookVerdict, Margin } from './verdict.ts';

/** One book over the days of an input: running sums over its active days, and how many each day has seen. */
export type Book = {
  kind: DriverKind;
  /** Whether any day with calls has its figures; without calls nothing speaks against it. */
  known: boolean;
  prefix: DaySums[];
  /** The active days. */
  active: Day[];
  /** Active days up to and including each given day, and those of them that are mature by then. */
  seen: number[];
  mature: number[];
};

export type BookDays = {
  days: readonly { day: Day; calls: number; book: BookDay | null }[];
  kind: DriverKind;
  maturityDays: number;
};

/** Prepares a book: a day whose figures are unknown counts as no day, never as zero. */
export function openBook({ days, kind, maturityDays }: BookDays): Book {
  const entries = days.flatMap(({ day, book }) => (book && book.n > 0 ? [{ day, book }] : []));
  const active = entries.map(({ day }) => day);
  let seen = 0;
  let mature = 0;
  const counts = days.map(({ day }) => {
    while (seen < active.length && (active[seen] ?? day) <= day) seen++;
    while (mature < seen && daysBetween(active[mature] ?? day, day) >= maturityDays) mature++;
    return { seen, mature };
  });
  return {
    kind,
    known: entries.length > 0 || days.every(({ calls }) => calls === 0),
    prefix: prefixSums(entries.map(({ book }) => book)),
    active,
    seen: counts.map((count) => count.seen),
    mature: counts.map((count) => count.mature),
  };
}

/** A look at a book, with the first active day of the stretch that carries most of the evidence. */
export type BookLook = Look & { since: number };

/** What the book shows at the end of the day with this index, given where it stood before. */
export function lookAt({ kind, prefix, seen, mature }: Book, index: number, { epoch, flaggedAt }: Condition): BookLook {
  const to = seen[index] ?? 0;
  const flag = flagEvidence(prefix, { from: epoch, to, kind });
  const settled = estimate(windowSums(prefix, epoch, mature[index] ?? 0));
  const t = hasMinimumSample(settled, kind) ? studentised(settled, kind) : 0;
  return {
    position: to,
    enough: hasMinimumSample(estimate(windowSums(prefix, epoch, to)), kind),
    evidence: flag.evidence,
    since: flag.since,
    t,
    // Only a margin above 0 can pass it.
    boundary: t > 0 && settled ? boundary(settled.effectiveDays) : Number.POSITIVE_INFINITY,
    portfolioOk: true,
    alarmAge: null,
    recovery: flaggedAt === null ? null : recoveryEvidence(prefix, { from: flaggedAt, to, kind }),
  };
}

/** The mean margin of a stretch of active days, with its interval where the sample allows one. */
export function marginOf({ prefix, kind }: Book, from: number, to: number): Margin {
  const sums = windowSums(prefix, from, to);
  const found = estimate(sums);
  const { lower, upper } = hasMinimumSample(found, kind)
    ? confidenceInterval(found, kind)
    : { lower: null, upper: null };
  return { mean: sums.calls > 0 ? sums.margin / sums.calls : null, lower, upper };
}

/** What a stretch of active days lost, in currency units; 0 where it gained. */
export function lossOf({ prefix }: Book, from: number, to: number): number {
  return Math.max(0, -windowSums(prefix, from, to).margin);
}

type Measures = Pick<
  BookVerdict,
  'calls' | 'days' | 'effectiveDays' | 'correlation' | 'designEffect' | 'effectiveSales' | 'smallestLoss' | 'moreCalls'
>;

/** How much evidence a stretch holds and what it could reveal. */
export function measuresOf({ prefix, kind }: Book, from: number, to: number): Measures {
  const sums = windowSums(prefix, from, to);
  const found = estimate(sums);
  const reach = hasMinimumSample(found, kind) ? detectable(found) : null;
  return {
    calls: sums.calls,
    days: sums.days,
    effectiveDays: found?.effectiveDays ?? null,
    correlation: found?.correlation ?? null,
    designEffect: found?.designEffect ?? null,
    effectiveSales: kind === 'revenue' ? (found?.effectiveSales ?? 0) : null,
    smallestLoss: reach?.smallestLoss ?? null,
    moreCalls: reach?.moreCalls ?? null,
  };
}
