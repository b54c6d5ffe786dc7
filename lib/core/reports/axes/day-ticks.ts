import { cellText, type Say } from '#format';
import { addDays, dayNumber, daysBetween, eachMonth, type Month, monthPeriod, parseDay } from '#time';

/** A labelled place on an axis. */
export type Tick = { at: number; text: string };

/** Below this many days an axis names days; above, months. */
const MONTHS_FROM = 75;
const MOST = 12;

/** Where an axis of days (since 1970) is labelled, and with what. The days are in order. */
export function dayTicks(days: readonly string[], say: Say): Tick[] {
  const [from, to] = [days[0], days.at(-1)];
  if (from === undefined || to === undefined) return [];
  const [first, last] = [parseDay(from), parseDay(to)];
  if (daysBetween(first, last) < MONTHS_FROM)
    return thin(days).map((day) => ({ at: dayNumber(parseDay(day)), text: cellText({ kind: 'day', day }, say) }));
  const months = [...eachMonth({ from: first, to: addDays(last, 1) })].filter((month) => firstDay(month) >= first);
  return thin(months).map((month) => ({
    at: dayNumber(firstDay(month)),
    text: cellText({ kind: 'month', month }, say),
  }));
}

function firstDay(month: Month) {
  return monthPeriod(month).from;
}

/** Every so many, so that no more are left than can be read. */
function thin<Item>(items: readonly Item[]): Item[] {
  const every = Math.ceil(items.length / MOST);
  return items.filter((_, index) => index % every === 0);
}
