import { describe, expect, it } from 'vitest';
import type { Call } from '#calls';
import { type ContractVersion, contract } from '#contracts';
import { micros, parseMicros } from '#money';
import type { RevenueEvent } from '#revenue';
import { rollUp } from './roll-up.ts';

const rules = { timezone: 'Europe/Rome', shortAbandonSeconds: 0, lastTouchDays: 30 };
const programs = new Map([
  ['orders', { ...rules, revenueBooking: 'call_day' as const }],
  ['winback', { ...rules, revenueBooking: 'event_day' as const }],
]);

function version(id: string, from: string, to: string | null): ContractVersion {
  const declared = { vendor: 'norte', from, to, currency: 'EUR', timezone: 'Europe/Rome' };
  return { ...contract.parse({ ...declared, charges: [{ kind: 'per_call', rate: '3.60' }] }), id };
}

const versions = [version('march', '2026-03-01', '2026-04-01'), version('april', '2026-04-01', null)];

/** A sale of 100 s of handle time on 2 March with 50.00 booked with it. */
const call: Call = {
  callId: 'n-1',
  vendor: 'norte',
  program: 'orders',
  callType: 'new',
  direction: 'inbound',
  startedAt: Date.parse('2026-03-02T09:00:00Z'),
  waitMs: null,
  talkMs: 100_000,
  holdMs: null,
  wrapMs: null,
  answered: true,
  disposition: null,
  outcome: 'sale',
  agent: null,
  customerRef: 'aa',
  revenue: parseMicros('50'),
  currency: 'EUR',
  legOf: null,
  details: null,
};

function event(day: string, amount: string, over: Partial<RevenueEvent> = {}): RevenueEvent {
  return {
    ...{ vendor: 'norte', eventId: `${day} ${amount}`, callId: 'n-1', customerRef: null, program: null },
    ...{ occurredAt: Date.parse(`${day}T10:00:00Z`), kind: 'sale', amount: parseMicros(amount), currency: 'EUR' },
    ...over,
  };
}

const rolled = (own: Partial<Call>, ...events: RevenueEvent[]) =>
  rollUp([{ ...call, ...own }], programs, versions, events);
const square = (text: string) => parseMicros(text) ** 2n;

describe('later revenue', () => {
  it('is the call’s, with its moments, where the day of the call is chosen', () => {
    const rows = rolled({}, event('2026-03-20', '30'), event('2026-04-05', '-10'));
    expect(rows).toEqual([
      expect.objectContaining({
        ...{ day: '2026-03-02', contractId: 'march', calls: 1, revenueCalls: 1 },
        ...{ revenue: parseMicros('70'), handledRevenue: parseMicros('70'), revenueSquared: square('70') },
        revenueHandle: parseMicros('70') * 100_000n,
      }),
    ]);
  });

  it('stands on its own days without a call, under the contract of those days, where they are chosen', () => {
    const events = [
      event('2026-03-02', '5'),
      event('2026-03-20', '30'),
      event('2026-04-05', '-10'),
      event('2026-04-05', '4'),
    ];
    const [called, march, april, ...others] = rolled({ program: 'winback' }, ...events);
    expect(others).toEqual([]);
    // What comes on the day of the call is the call's.
    expect(called).toMatchObject({ day: '2026-03-02', calls: 1, revenueCalls: 1, revenue: parseMicros('55') });
    expect(march).toMatchObject({ day: '2026-03-20', contractId: 'march', callType: 'new', direction: 'inbound' });
    expect(march).toMatchObject({ revenue: parseMicros('30'), handledRevenue: parseMicros('30'), revenueCalls: 0 });
    // A call's money of a day is one amount: -10 + 4.
    expect(april).toMatchObject({ day: '2026-04-05', contractId: 'april', rateClass: 'standard', revenueHandle: 0n });
    expect(april).toMatchObject({ revenue: parseMicros('-6'), revenueSquared: square('6'), calls: 0, handled: 0 });
    expect(april?.histogram.size).toBe(0);
  });

  it('of calls that nobody answered is not what handled calls earned', () => {
    const [, later] = rolled({ program: 'winback', answered: false, outcome: 'abandoned' }, event('2026-03-20', '30'));
    expect(later).toMatchObject({ revenue: parseMicros('30'), handledRevenue: 0n, revenueSquared: 0n });
  });

  it('makes the revenue of a call known, be it only on another day', () => {
    const unknown = { revenue: null };
    expect(rolled(unknown)[0]).toMatchObject({ revenueCalls: 0, salesWithoutRevenue: 1 });
    expect(rolled(unknown, event('2026-03-20', '30'))[0]).toMatchObject({ revenueCalls: 1, salesWithoutRevenue: 0 });
    expect(rolled({ ...unknown, program: 'winback' }, event('2026-03-20', '30'))[0]).toMatchObject({
      ...{ revenueCalls: 1, salesWithoutRevenue: 0, revenue: micros(0) },
    });
  });

  it('without a call is in no sum', () => {
    expect(
      rolled({}, event('2026-03-20', '30', { callId: 'n-2' }), event('2026-03-20', '30', { currency: 'USD' })),
    ).toEqual(rolled({}));
  });
});
