import type { Rating } from '#contracts';
import { addDays, type Day, localDay, localMinutes, parseDay, weekdayOf } from '#time';

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
 * The class of the first window that contains a minute of a local day, else "standard". Windows name weekdays or dates,
 * with an optional time range; a range over midnight counts for the day it starts on.
 */
function rateClassOn(today: Day, minute: number, windows: Rating['windows']): string {
  for (const window of windows) {
    const range =
      window.from === undefined || window.to === undefined
        ? { inside: true, early: false }
        : windowDay(minute, minutes(window.from), minutes(window.to));
    const day = range.early ? addDays(today, -1) : today;
    const weekday = weekdays[weekdayOf(day)] ?? 'mon';
    const onDay = window.dates ? window.dates.includes(day) : (window.days?.includes(weekday) ?? true);
    if (range.inside && onDay) return window.class;
  }
  return 'standard';
}

/** The class of an instant on the contract's wall clock. */
export function rateClassAt(startedAt: number, windows: Rating['windows'], zone: string): string {
  if (windows.length === 0) return 'standard';
  return rateClassOn(localDay(startedAt, zone), localMinutes(startedAt, zone), windows);
}

/**
 * Rate windows as a table to look classes up in. Days have slots: 0 to 6 are the weekdays from Monday, 7 on are `dates`,
 * the days that a dated window may hold. `classes[i]` is from minute `starts[i]` on, counted slot x 1440 + minute.
 */
export type ClassTable = { dates: Day[]; starts: number[]; classes: string[] };

/** A Monday. */
const anyMonday = parseDay('2024-01-01');
const DAY_MINUTES = 1440;

/** The table of rate windows: `rateClassOn`, asked at every minute at which its answer may change. */
export function classTable(windows: Rating['windows']): ClassTable {
  const named = windows.flatMap((window) => window.dates ?? []);
  const dates = [...new Set(named.flatMap((date) => [date, addDays(date, 1)]))].sort();
  const undated = windows.filter((window) => !window.dates);
  const week = [0, 1, 2, 3, 4, 5, 6].map((weekday) => ({ day: addDays(anyMonday, weekday), of: undated }));
  const times = windows.flatMap(({ from, to }) =>
    [from, to].map((clock) => (clock === undefined ? 0 : minutes(clock))),
  );
  const changes = [...new Set([0, ...times])].sort((a, b) => a - b);
  const table: ClassTable = { dates, starts: [], classes: [] };
  for (const [slot, { day, of }] of [...week, ...dates.map((date) => ({ day: date, of: windows }))].entries())
    for (const minute of changes) {
      const found = rateClassOn(day, minute, of);
      if (found === table.classes.at(-1)) continue;
      table.starts.push(slot * DAY_MINUTES + minute);
      table.classes.push(found);
    }
  return table;
}
