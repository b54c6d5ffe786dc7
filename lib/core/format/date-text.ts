import { addDays, monthPeriod, parseDay, parseMonth } from '#time';

const dayParts = { day: 'numeric', month: 'short', year: 'numeric' } as const;
const monthParts = { month: 'short', year: 'numeric' } as const;
const clockParts = { ...dayParts, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

/** English is written day first, as the trade outside one country writes it. */
function dateLocale(locale: string): string {
  return locale === 'en' ? 'en-GB' : locale;
}

/** Ordinary spaces around the dash of a range, and three letters for every English month. */
function tidy(text: string, locale: string): string {
  const plain = text.replace(/[\u2009\u202f]/g, ' ');
  return locale.startsWith('en') ? plain.replace(/\bSept\b/g, 'Sep') : plain;
}

function atMidnight(day: string): Date {
  return new Date(`${parseDay(day)}T00:00:00Z`);
}

/** `2026-03-14` as 14 Mar 2026. */
export function dayText(day: string, locale: string): string {
  const format = new Intl.DateTimeFormat(dateLocale(locale), { ...dayParts, timeZone: 'UTC' });
  return tidy(format.format(atMidnight(day)), locale);
}

/** `2026-03` as Mar 2026. */
export function monthText(month: string, locale: string): string {
  const format = new Intl.DateTimeFormat(dateLocale(locale), { ...monthParts, timeZone: 'UTC' });
  return tidy(format.format(atMidnight(monthPeriod(parseMonth(month)).from)), locale);
}

/** Half-open days as a person says them, the last one included: 1 Jul – 30 Sep 2026. */
export function periodText(from: string, to: string, locale: string): string {
  const last = addDays(parseDay(to), -1);
  if (last <= from) return dayText(from, locale);
  const format = new Intl.DateTimeFormat(dateLocale(locale), { ...dayParts, timeZone: 'UTC' });
  return tidy(format.formatRange(atMidnight(from), atMidnight(last)), locale);
}

/** An instant on the clock of a zone: 14 Mar 2026, 09:30. */
export function instantText(ms: number, zone: string, locale: string): string {
  const format = new Intl.DateTimeFormat(dateLocale(locale), { ...clockParts, timeZone: zone });
  return tidy(format.format(new Date(ms)), locale);
}
