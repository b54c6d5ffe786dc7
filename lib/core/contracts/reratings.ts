import { addDays, type Day, localDay, startOfDay } from '#time';
import { contractSpans } from './spans.ts';
import type { ContractVersion } from './versions.ts';

/** Local days of a program, half-open. */
export type Days = { from: Day; to: Day };

/** What a change of contracts asks of a vendor's program's roll-up. */
export type Rerating = {
  /** Days on which only the name of the version changes: their calls are rated alike, and need not be read. */
  relabel: (Days & { before: string; after: string })[];
  /** Days whose calls must be rated anew. */
  rerate: Days[];
};

type Scope = { vendor: string; program: string; timezone: string };

/**
 * Where the versions in force before and after a change differ for a vendor's program, by local days of the program's
 * zone. A change of price asks for nothing; the same rating under another version's name asks for new labels, and for
 * the calls of no more than the days that the two versions share.
 */
export function rerating(
  before: readonly ContractVersion[],
  after: readonly ContractVersion[],
  scope: Scope,
): Rerating {
  const found: Rerating = { relabel: [], rerate: [] };
  for (const { from, to, was, is } of segments(before, after, scope)) {
    if (was === null && is === null) continue;
    const alike = was !== null && is !== null && ratingOf(was) === ratingOf(is);
    if (alike && was.id === is.id) continue;
    const days = daysOf(from, to, scope.timezone);
    if (alike && days.whole) found.relabel.push({ ...days.whole, before: was.id, after: is.id });
    if (alike) found.rerate.push(...days.parts);
    else found.rerate.push(days.all);
  }
  return found;
}

function ratingOf({ rating, timezone }: ContractVersion): string {
  return JSON.stringify([rating, timezone]);
}

type Segment = { from: number; to: number; was: ContractVersion | null; is: ContractVersion | null };

/** Stretches of time in which one version was in force before the change and one is after it. */
function segments(
  before: readonly ContractVersion[],
  after: readonly ContractVersion[],
  { vendor, program }: Scope,
): Segment[] {
  const spans = { was: contractSpans(before, vendor, program), is: contractSpans(after, vendor, program) };
  const cuts = [...new Set([...spans.was, ...spans.is].flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
  const at = (list: typeof spans.was, versions: readonly ContractVersion[], from: number) => {
    const span = list.find((own) => own.from <= from && from < own.to);
    return versions.find(({ id }) => id === span?.contractId) ?? null;
  };
  return cuts.slice(0, -1).map((from, index) => ({
    from,
    to: cuts[index + 1] ?? from,
    was: at(spans.was, before, from),
    is: at(spans.is, after, from),
  }));
}

/** The local days that a stretch of time touches, those that lie in it whole, and those that do not. */
function daysOf(from: number, to: number, zone: string): { all: Days; whole: Days | null; parts: Days[] } {
  const first = localDay(from, zone);
  const last = localDay(to - 1, zone);
  const end = addDays(last, 1);
  const cutsFirst = startOfDay(first, zone) < from;
  const cutsLast = startOfDay(end, zone) > to;
  const whole = { from: cutsFirst ? addDays(first, 1) : first, to: cutsLast ? last : end };
  const one = (day: Day) => ({ from: day, to: addDays(day, 1) });
  const parts = [
    ...(cutsFirst ? [one(first)] : []),
    ...(cutsLast && !(cutsFirst && first === last) ? [one(last)] : []),
  ];
  return { all: { from: first, to: end }, whole: whole.from < whole.to ? whole : null, parts };
}
