import { type Day, type Month, parseDay, parseMonth } from '#time';
import type { Fault } from './fault.ts';

const outOfRange: Fault = { fault: { key: 'rejects.year_out_of_range' } };
const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Why there is no such date among the years 1970 to 2199; null = there is. */
export function dateFault(year: number, month: number, day: number): Fault | null {
  if (year < 1970 || year > 2199) return outOfRange;
  if (month < 1 || month > 12) return { fault: { key: 'rejects.no_such_month', values: { month } } };
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  if (day >= 1 && day <= (monthDays[month - 1] ?? 0) + (leap ? 1 : 0)) return null;
  return { fault: { key: 'rejects.no_such_day', values: { day, month, year } } };
}

/** Reads a calendar date that exists, `2026-03-31`. */
export function readDay(text: string): Day | Fault {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  if (day === undefined) return { fault: { key: 'rejects.not_a_day' } };
  return dateFault(Number(year), Number(month), Number(day)) ?? parseDay(text);
}

/** Reads a calendar month, `2026-03`; its first day, as databases and spreadsheets write months, means the same. */
export function readMonth(text: string): Month | Fault {
  const [, year, month] = /^(\d{4})-(\d\d)(?:-01)?$/.exec(text) ?? [];
  if (month === undefined) return { fault: { key: 'rejects.not_a_month' } };
  return dateFault(Number(year), Number(month), 1) ?? parseMonth(text.slice(0, 7));
}
