import type { Call } from '#calls';
import type { Program } from '#contracts';
import type { RevenueEvent } from './event.ts';

/** Why an event belongs to no call. */
export const unmatchedReasons = ['no_such_call', 'no_call_of_customer', 'other_currency'] as const;
export type UnmatchedReason = (typeof unmatchedReasons)[number];

/** The call of an event, and by what it was found; or why there is none yet. */
export type Match = { call: Call; by: 'call_id' | 'last_touch' } | { unmatched: UnmatchedReason };

/** Days in which a customer's last call is looked for, by program. */
export type TouchRules = ReadonlyMap<string, Pick<Program, 'lastTouchDays'>>;

const DAY_MS = 86_400_000;

/**
 * Finder of the call that each event belongs to, among all calls that there are (economics.md section 1):
 * - An event that names a vendor and a call belongs to that call and to no other; a leg leads to the call that it is of.
 * - Another belongs to its customer's last call at or before it, of the vendor and program where it names them, within
 *   the call's program's `lastTouchDays` of 24 hours; of calls that began together to the first by vendor, then id.
 * - An event in another currency than its call's belongs to none: nothing is converted silently.
 * Legs are never matched, and what is matched depends on nothing but the calls and the event itself.
 */
export function eventMatcher(calls: Iterable<Call>, programs: TouchRules): (event: RevenueEvent) => Match {
  const all = [...calls];
  const byId = new Map(all.map((call) => [idOf(call.vendor, call.callId), call]));
  const byCustomer = Map.groupBy(
    all.filter(({ legOf, customerRef }) => legOf === null && customerRef !== null),
    ({ customerRef }) => customerRef,
  );
  return (event) => {
    const named = event.vendor !== null && event.callId !== null;
    const call = named ? namedCall(event, byId) : lastTouch(event, byCustomer.get(event.customerRef) ?? [], programs);
    if (!call) return { unmatched: named ? 'no_such_call' : 'no_call_of_customer' };
    if (call.currency !== event.currency) return { unmatched: 'other_currency' };
    return { call, by: named ? 'call_id' : 'last_touch' };
  };
}

function idOf(vendor: string | null, callId: string | null): string {
  return JSON.stringify([vendor, callId]);
}

function namedCall({ vendor, callId }: RevenueEvent, byId: ReadonlyMap<string, Call>): Call | null {
  const named = byId.get(idOf(vendor, callId));
  const call = named?.legOf ? byId.get(idOf(vendor, named.legOf)) : named;
  return call?.legOf === null ? call : null;
}

function lastTouch(event: RevenueEvent, own: readonly Call[], programs: TouchRules): Call | null {
  const within = own.filter((call) => {
    const { lastTouchDays } = programs.get(call.program) ?? { lastTouchDays: 0 };
    const age = event.occurredAt - call.startedAt;
    return (
      (event.vendor === null || event.vendor === call.vendor) &&
      (event.program === null || event.program === call.program) &&
      age >= 0 &&
      age <= lastTouchDays * DAY_MS
    );
  });
  return within.sort(latestFirst)[0] ?? null;
}

function latestFirst(a: Call, b: Call): number {
  if (a.startedAt !== b.startedAt) return b.startedAt - a.startedAt;
  if (a.vendor !== b.vendor) return a.vendor < b.vendor ? -1 : 1;
  return a.callId < b.callId ? -1 : 1;
}
