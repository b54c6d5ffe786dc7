import { addDays, type Day, daysBetween } from '#time';
import type { AssessedDay } from './assessment.ts';
import type { VolumeDay } from './facts.ts';

/** A usual day is the median of so many days of the same weekday, the nearest ones; fewer than FEWEST say nothing. */
const WEEKDAYS = 8;
const FEWEST = 4;
/** A quarter of a year either way. */
const FARTHEST = 13;
/** Fewer calls than this more or less are no surprise. */
const SURPRISE = 20;

/** The middle one, or the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(half) - 1] ?? 0, sorted[Math.floor(half)] ?? 0];
  return (low + high) / 2;
}

type Days = { stored: ReadonlyMap<Day, number>; first: Day; last: Day };

/** Calls of the nearest days of the same weekday, those without any too, as far as the vendor's records go. */
function sameWeekdays(day: Day, { stored, first, last }: Days, isApart: (other: Day) => boolean): number[] {
  const found: number[] = [];
  for (let week = 1; week <= FARTHEST; week += 1)
    for (const other of [addDays(day, -7 * week), addDays(day, 7 * week)])
      if (found.length < WEEKDAYS && other >= first && other <= last && isApart(other))
        found.push(stored.get(other) ?? 0);
  return found;
}

/** What is usual on a day: by the days outside the delivery, or by its own others where those are too few; else null. */
function usualOn(day: Day, days: Days, own: { first: Day; last: Day }): number | null {
  const outside = sameWeekdays(day, days, (other) => other < own.first || other > own.last);
  const known = outside.length >= FEWEST ? outside : sameWeekdays(day, days, () => true);
  return known.length >= FEWEST ? median(known) : null;
}

/**
 * How a day stands out: no calls where there usually are some; less than half of what is usual, or more than twice, by
 * more than a few calls.
 */
export function standsOut(stored: number, usual: number | null): AssessedDay['stands'] {
  if (usual === null) return null;
  if (stored === 0) return usual > 0 ? 'missing' : null;
  if (Math.abs(stored - usual) < SURPRISE) return null;
  if (stored * 2 < usual) return 'low';
  return stored > usual * 2 ? 'high' : null;
}

/** Every day of one vendor from the delivery's first to its last beside what is usual. */
function daysOfVendor(volumes: readonly VolumeDay[]): AssessedDay[] {
  const here = volumes.filter((day) => day.here > 0).map(({ day }) => day);
  const [first, last] = [here[0], here.at(-1)];
  const [earliest, latest] = [volumes[0], volumes.at(-1)];
  if (!first || !last || !earliest || !latest) return [];
  const byDay = new Map(volumes.map((own) => [own.day, own]));
  const stored = new Map(volumes.map((own) => [own.day, own.stored]));
  const days = { stored, first: earliest.day, last: latest.day };
  return Array.from({ length: daysBetween(first, last) + 1 }, (_, index) => {
    const day = addDays(first, index);
    const own = byDay.get(day) ?? { vendor: earliest.vendor, day, here: 0, stored: 0 };
    const usual = usualOn(day, days, { first, last });
    return { ...own, usual, stands: standsOut(own.stored, usual) };
  });
}

/** Every day of a delivery beside what is usual for its vendor on that weekday; `volumes` in the order of days. */
export function assessDays(volumes: readonly VolumeDay[]): AssessedDay[] {
  const vendors = [...new Set(volumes.map(({ vendor }) => vendor))];
  return vendors.flatMap((vendor) => daysOfVendor(volumes.filter((own) => own.vendor === vendor)));
}
