import { type Micros, micros } from '#money';
import { addDays, type Day, daysBetween, type Period } from '#time';

/** Revenue of a program's calls of a day that came, or went back, so many days after them; day 0 has what came with them. */
export type RevenueCell = {
  program: string;
  currency: string;
  /** Local day of the calls. */
  callDay: Day;
  /** Days from the call's to the event's; 0 for money that came before the call. */
  lag: number;
  incoming: Micros;
  /** At most 0. */
  outgoing: Micros;
  /** 0 = booked with the calls. */
  events: number;
};

/**
 * How the revenue of a program's calls arrives: shares of what it came to `horizon` days after the call, by whole days
 * (entry N: more than N days after it, 0 to `horizon`).
 */
export type Maturing = {
  horizon: number;
  /** The calls that it is computed from: those whose first `horizon` days are over. */
  calls: Period;
  events: number;
  total: Micros;
  incomingAfter: number[];
  outgoingAfter: number[];
};

/** A program's revenue in a currency, known up to its last event; `maturing` null where too few calls are old enough. */
export type ProgramMaturing = {
  program: string;
  currency: string;
  knownTo: Day;
  events: number;
  maturing: Maturing | null;
};

/** Days after which revenue may be taken for complete, the longest first: the first that enough calls have behind them. */
const horizons = [365, 180, 90, 60, 30] as const;
/** Fewer days of calls, or fewer events, say little about others. */
const FEWEST_DAYS = 28;
const FEWEST_EVENTS = 20;

/** How revenue arrives, by program and currency (docs/formulas/revenue.md). */
export function maturingByProgram(cells: readonly RevenueCell[]): ProgramMaturing[] {
  const groups = Map.groupBy(cells, ({ program, currency }) => JSON.stringify([program, currency]));
  return [...groups.values()]
    .flatMap((own) => (own.some(({ events }) => events > 0) ? [programMaturing(own)] : []))
    .sort((a, b) => (a.program === b.program ? b.events - a.events : a.program < b.program ? -1 : 1));
}

function programMaturing(own: readonly RevenueCell[]): ProgramMaturing {
  const { program = '', currency = '' } = own[0] ?? {};
  const knownTo = lastEvent(own);
  const maturing = horizons.map((horizon) => maturingWithin(own, knownTo, horizon)).find((found) => found !== null);
  return { program, currency, knownTo, events: sum(own, ({ events }) => events), maturing: maturing ?? null };
}

/** Nothing is known of days after the last event: there may be none, or its file may not have come. */
function lastEvent(cells: readonly RevenueCell[]): Day {
  const days = cells.filter(({ events }) => events > 0).map(({ callDay, lag }) => addDays(callDay, lag));
  return days.reduce((last, day) => (day > last ? day : last));
}

function maturingWithin(cells: readonly RevenueCell[], knownTo: Day, horizon: number): Maturing | null {
  const first = cells.reduce((day, { callDay }) => (callDay < day ? callDay : day), knownTo);
  const end = addDays(knownTo, 1 - horizon);
  if (daysBetween(first, end) < FEWEST_DAYS) return null;
  const old = cells.filter(({ callDay, lag }) => callDay < end && lag <= horizon);
  const events = sum(old, (cell) => cell.events);
  const total = micros(old.reduce((all, { incoming, outgoing }) => all + incoming + outgoing, 0n));
  if (events < FEWEST_EVENTS || total <= 0n) return null;
  const after = (amount: (cell: RevenueCell) => bigint) => sharesAfter(old, { horizon, total, amount });
  return {
    horizon,
    calls: { from: first, to: end },
    events,
    total,
    incomingAfter: after(({ incoming }) => incoming),
    outgoingAfter: after(({ outgoing }) => -outgoing),
  };
}

type Sharing = { horizon: number; total: Micros; amount: (cell: RevenueCell) => bigint };

/** Entry N: the share of the total that lies more than N days after the call. */
function sharesAfter(cells: readonly RevenueCell[], { horizon, total, amount }: Sharing): number[] {
  const byLag = Array.from({ length: horizon + 1 }, () => 0n);
  for (const cell of cells) byLag[cell.lag] = (byLag[cell.lag] ?? 0n) + amount(cell);
  let left = byLag.reduce((all, own) => all + own, 0n);
  return byLag.map((own) => {
    left -= own;
    return Number(left) / Number(total);
  });
}

function sum<T>(list: readonly T[], of: (one: T) => number): number {
  return list.reduce((total, one) => total + of(one), 0);
}

/** Revenue counts as complete when less than this of it usually still comes or goes. */
const COMPLETE = 0.05;

/** From which of a period's days on revenue is still maturing, and what usually comes and goes after the age they have. */
export type StillMaturing = { since: Day; days: number; incoming: number; outgoing: number };

/**
 * What of a period is still maturing: calls so young, at the last event, that more than 5 % of the revenue of calls
 * usually comes or goes back later. Null where none is.
 */
export function stillMaturing(known: Maturing, knownTo: Day, { from, to }: Period): StillMaturing | null {
  const { incomingAfter, outgoingAfter } = known;
  const at = (days: number) => ({ incoming: incomingAfter[days] ?? 0, outgoing: outgoingAfter[days] ?? 0 });
  const complete = incomingAfter.findIndex((_, days) => at(days).incoming + at(days).outgoing <= COMPLETE);
  const young = addDays(knownTo, 1 - complete);
  const since = young > from ? young : from;
  if (complete === 0 || since >= to) return null;
  const days = Math.max(0, daysBetween(since, knownTo));
  return { since, days, ...at(days) };
}

/** The share of revenue that is there a number of days after the call: above 1 where refunds are still to come. */
export function arrivedBy({ incomingAfter, outgoingAfter }: Maturing, days: number): number | null {
  const [incoming, outgoing] = [incomingAfter[days], outgoingAfter[days]];
  return incoming === undefined || outgoing === undefined ? null : 1 - incoming + outgoing;
}
