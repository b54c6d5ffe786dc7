import type { Call } from '#calls';
import type { Contract } from '#contracts';
import { rate } from './rate.ts';

type Terms = Pick<Contract, 'rating' | 'timezone'>;

/** In order of their start; calls that began in the same millisecond by their id. */
function byStart(a: Call, b: Call): number {
  if (a.startedAt !== b.startedAt) return a.startedAt - b.startedAt;
  return a.callId < b.callId ? -1 : 1;
}

/**
 * What makes a call a repeat: per call, the latest call before it of the same customer at the same vendor and program
 * that was billable under its own version by state and length, itself a repeat or not. Calls without a customer, and
 * calls for which there is none, are left out. `termsOf` gives the version in force at a call's start.
 */
export function previousBillable(calls: Iterable<Call>, termsOf: (call: Call) => Terms | null): Map<Call, Call> {
  const previous = new Map<Call, Call>();
  const latest = new Map<string, Call>();
  for (const call of [...calls].sort(byStart)) {
    if (call.customerRef === null) continue;
    const customer = JSON.stringify([call.vendor, call.program, call.customerRef]);
    const before = latest.get(customer);
    if (before) previous.set(call, before);
    const terms = termsOf(call);
    if (terms && rate(call, terms).billable) latest.set(customer, call);
  }
  return previous;
}
