import type { Rating } from '#contracts';
import { localDay, localMinutes, weekdayOf } from '#time';

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

function minutes(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
}

/** A range over midnight belongs to the day on which it starts: Friday 22:00 to 06:00 covers Saturday's early hours. */
function windowDay(minute: number, from: number, to: number): { inside: boolean; early: boolean } {
  if (from < to) return { inside: minute >= from && minute < to, early: false };
  return { inside: minute >= from || minute < to, early: minute < to };
}

/**
 * The class of the first window that contains the instant on the contract's wall clock, else "standard".
 * Windows name weekdays or dates, with an optional time range; a range over midnight counts for the day it starts on.
 */
export function rateClassAt(startedAt: number, windows: Rating['windows'], zone: string): string {
  if (windows.length === 0) return 'standard';
  const today = localDay(startedAt, zone);
  const minute = localMinutes(startedAt, zone);
  const yesterday = localDay(startedAt - (minute + 720) * 60_000, zone);
  for (const window of windows) {
    const range =
      window.from === undefined || window.to === undefined
        ? { inside: true, early: false }
        : windowDay(minute, minutes(window.from), minutes(window.to));
    const day = range.early ? yesterday : today;
    const weekday = weekdays[weekdayOf(day)] ?? 'mon';
    const onDay = window.dates ? window.dates.includes(day) : (window.days?.includes(weekday) ?? true);
    if (range.inside && onDay) return window.class;
  }
  return 'standard';
}
