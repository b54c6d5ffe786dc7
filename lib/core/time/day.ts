declare const brand: unique symbol;

/** A calendar date `YYYY-MM-DD` that exists, in whatever zone the context names. Days compare as texts. */
export type Day = string & { readonly [brand]: 'day' };

const DAY_MS = 86_400_000;
const shape = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether the text is an existing calendar date: `2026-02-31` is not. */
export function isDay(text: string): text is Day {
  const match = shape.exec(text);
  if (!match) return false;
  const at = new Date(Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])));
  return at.toISOString().slice(0, 10) === text;
}

/** Reads a calendar date; throws when it does not exist. */
export function parseDay(text: string): Day {
  if (!isDay(text)) throw new RangeError(`not a calendar date (YYYY-MM-DD): "${text}"`);
  return text;
}

/** Days since 1970-01-01. */
export function dayNumber(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY_MS;
}

/** The day `count` days later (earlier where negative). */
export function addDays(day: Day, count: number): Day {
  return new Date((dayNumber(day) + count) * DAY_MS).toISOString().slice(0, 10) as Day;
}

/** Days from `from` up to, not including, `to`. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/** 0 = Monday ... 6 = Sunday (ISO 8601 order). */
export function weekdayOf(day: Day): number {
  return (((dayNumber(day) + 3) % 7) + 7) % 7;
}

/** The Monday of the day's ISO week. */
export function weekStart(day: Day): Day {
  return addDays(day, -weekdayOf(day));
}

/** Every day from `from` up to, not including, `to`. */
export function* eachDay(from: Day, to: Day): Generator<Day> {
  for (let day = from; day < to; day = addDays(day, 1)) yield day;
}
