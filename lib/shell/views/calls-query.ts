import { outcomes } from '#calls';
import type { CallFilter, CallPlace } from '#db';
import type { CallsQuery } from '#reports';
import { isDay, type Period } from '#time';

/** A list's address: which calls, and from which one on, forwards or backwards. */
export type CallsPageQuery = CallsQuery & { after?: string; before?: string };

type Given = Readonly<Record<string, string | undefined>>;

const readers: { readonly [Name in keyof CallsPageQuery]-?: (text: string) => boolean } = {
  from: isDay,
  to: isDay,
  vendor: (text) => text !== '',
  program: (text) => text !== '',
  contract: (text) => /^\d{1,9}$/.test(text),
  class: (text) => text !== '',
  billed: (text) => text === 'yes' || text === 'no',
  outcome: (text) => outcomes.some((outcome) => outcome === text),
  state: (text) => text === 'handled' || text === 'contact',
  type: () => true,
  revenue: (text) => text === 'yes',
  after: (text) => placeOf(text) !== undefined,
  before: (text) => placeOf(text) !== undefined,
};

/** What of an address can be read as a list of calls; the rest is as if it were not there. */
export function readCallsQuery(given: Given): CallsPageQuery {
  const entries = Object.entries(readers).flatMap(([name, reads]) => {
    const text = given[name];
    return text !== undefined && reads(text) ? [[name, text]] : [];
  });
  const query: CallsPageQuery = Object.fromEntries(entries);
  if (query.from !== undefined && query.to !== undefined && query.from < query.to) return query;
  const { from: _, to: __, ...withoutDays } = query;
  return withoutDays;
}

/** The filter of a list, for the days that it is of. */
export function callFilter(query: CallsQuery, period: Period): CallFilter {
  const { vendor, program, contract, class: rateClass, billed, outcome, state, type: callType, revenue } = query;
  return {
    period,
    vendor,
    program,
    contract,
    rateClass,
    billed: billed === undefined ? undefined : billed === 'yes',
    outcome: outcomes.find((own) => own === outcome),
    state,
    callType,
    withRevenue: revenue === 'yes',
  };
}

/** A place in a list as an address has it. */
export function placeText({ startedAt, vendor, callId }: CallPlace): string {
  return `${startedAt}~${vendor}~${callId}`;
}

/** Reads a place of an address; undefined where it is none. */
export function placeOf(text: string | undefined): CallPlace | undefined {
  const [, ms, vendor, callId] = /^(-?\d{1,15})~([^~]+)~(.+)$/s.exec(text ?? '') ?? [];
  return ms === undefined || vendor === undefined || callId === undefined
    ? undefined
    : { startedAt: Number(ms), vendor, callId };
}
