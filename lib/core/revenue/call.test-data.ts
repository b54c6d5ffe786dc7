import type { Call } from '#calls';
import { parseMicros } from '#money';
import type { RevenueEvent } from './event.ts';

/** Norte's call n-1 of orders, at 10:00 UTC on 2 March 2026, of customer `aa`. */
export function call(over: Partial<Call> = {}): Call {
  return {
    callId: 'n-1',
    vendor: 'norte',
    program: 'orders',
    callType: null,
    direction: 'inbound',
    startedAt: Date.parse('2026-03-02T10:00:00Z'),
    waitMs: null,
    talkMs: 60_000,
    holdMs: null,
    wrapMs: null,
    answered: true,
    disposition: null,
    outcome: 'sale',
    agent: null,
    customerRef: 'aa',
    revenue: null,
    currency: 'EUR',
    legOf: null,
    details: null,
    ...over,
  };
}

/** A sale of 100 euros to customer `aa` on 5 March 2026, 10:00 UTC, that names neither vendor nor call. */
export function event(over: Partial<RevenueEvent> = {}): RevenueEvent {
  return {
    vendor: null,
    eventId: 'e-1',
    callId: null,
    customerRef: 'aa',
    program: null,
    occurredAt: Date.parse('2026-03-05T10:00:00Z'),
    kind: 'sale',
    amount: parseMicros('100'),
    currency: 'EUR',
    ...over,
  };
}
