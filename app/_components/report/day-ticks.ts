import { cellText, type Say } from '#format';

type Tick = { at: number; text: string };

/** Below this many days an axis names days; above, months. */
const MONTHS_FROM = 75;
const MOST = 12;

/** Where an axis of days is labelled, and with what. The days are in order. */
export function dayTicks(days: readonly string[], say: Say): Tick[] {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  if (number(last) - number(first) < MONTHS_FROM)
    return thin(days).map((day) => ({ at: number(day), text: cellText({ kind: 'day', day }, say) }));
  return thin(months(first, last)).map((month) => ({
    at: number(`${month}-01`),
    text: cellText({ kind: 'month', month }, say),
  }));
}

/** The months whose first day lies between two days. */
function months(first: string, last: string): string[] {
  const found: string[] = [];
  for (let at = new Date(`${first.slice(0, 7)}-01T00:00:00Z`); ; at.setUTCMonth(at.getUTCMonth() + 1)) {
    const month = at.toISOString().slice(0, 7);
    if (`${month}-01` > last) return found;
    if (`${month}-01` >= first) found.push(month);
  }
}

/** Every so many, so that no more are left than can be read. */
function thin(texts: readonly string[]): string[] {
  const every = Math.ceil(texts.length / MOST);
  return texts.filter((_, index) => index % every === 0);
}

function number(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000;
}
