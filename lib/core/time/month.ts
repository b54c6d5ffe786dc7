import { type Day, isDay } from './day.ts';
import type { Period } from './period.ts';

declare const brand: unique symbol;

/** A calendar month `YYYY-MM`. */
export type Month = string & { readonly [brand]: 'month' };

/** Reads `2026-03`; throws on anything else. */
export function parseMonth(text: string): Month {
  if (!/^\d{4}-\d{2}$/.test(text) || !isDay(`${text}-01`)) throw new RangeError(`not a month (YYYY-MM): "${text}"`);
  return text as Month;
}

/** The month of a day. */
export function monthOf(day: Day): Month {
  return day.slice(0, 7) as Month;
}

/** The month after. */
export function nextMonth(month: Month): Month {
  const at = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 1));
  return at.toISOString().slice(0, 7) as Month;
}

/** First day of the month up to the first of the next. */
export function monthPeriod(month: Month): Period {
  return { from: `${month}-01` as Day, to: `${nextMonth(month)}-01` as Day };
}

/** Every month that the period touches. */
export function* eachMonth({ from, to }: Period): Generator<Month> {
  for (let month = monthOf(from); `${month}-01` < to; month = nextMonth(month)) yield month;
}
