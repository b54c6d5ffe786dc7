import { type Day, daysBetween } from './day.ts';

/** Local days from `from` up to, not including, `to`. */
export type Period = { readonly from: Day; readonly to: Day };

/** A half-open period; throws where it would be empty or inverted. */
export function period(from: Day, to: Day): Period {
  if (from >= to) throw new RangeError(`a period must end after it starts: ${from} to ${to}`);
  return { from, to };
}

/** The days that both periods share, or null. An open end (null) reaches as far as the other period. */
export function intersect(a: { from: Day; to: Day | null }, b: Period): Period | null {
  const from = a.from > b.from ? a.from : b.from;
  const to = a.to !== null && a.to < b.to ? a.to : b.to;
  return from < to ? { from, to } : null;
}

/** Number of days in the period. */
export function daysIn({ from, to }: Period): number {
  return daysBetween(from, to);
}
