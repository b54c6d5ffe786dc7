import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Call } from '#calls';
import { parseMicros } from '#money';
import { isBookedApart, netRevenue } from './book.ts';
import { call, event } from './call.test-data.ts';
import { type RevenueEvent, revenueKinds, signedAmount } from './event.ts';
import { eventMatcher } from './match.ts';

const programs = new Map([
  ['orders', { lastTouchDays: 30 }],
  ['winback', { lastTouchDays: 3 }],
]);
const at = (text: string) => Date.parse(text);

/** `vendor call_id` of the event's call and by what it was found, or why there is none. */
function matched(calls: readonly Call[], own: Partial<RevenueEvent>): string {
  const found = eventMatcher(calls, programs)(event(own));
  return 'call' in found ? `${found.call.vendor} ${found.call.callId} by ${found.by}` : found.unmatched;
}

describe('an event that names a call', () => {
  const named = { vendor: 'norte', callId: 'n-1', customerRef: null };

  it("is that vendor's call's, whenever it was and whoever called", () => {
    expect(matched([call()], named)).toBe('norte n-1 by call_id');
    expect(matched([call()], { ...named, customerRef: 'bb', occurredAt: at('2020-01-01') })).toBe(
      'norte n-1 by call_id',
    );
    expect(matched([call({ vendor: 'lumina' })], named)).toBe('no_such_call');
    expect(matched([call({ callId: 'n-2' })], named)).toBe('no_such_call');
  });

  it('is never given to the customer’s last call instead: the call may still come', () => {
    expect(matched([call({ callId: 'n-2' })], { ...named, customerRef: 'aa' })).toBe('no_such_call');
  });

  it('without a vendor is the customer’s', () => {
    expect(matched([call({ callId: 'n-2' })], { callId: 'n-1' })).toBe('norte n-2 by last_touch');
  });

  it('is led by a leg to the call that it is of', () => {
    const leg = call({ callId: 'n-1b', legOf: 'n-1' });
    expect(matched([call(), leg], { ...named, callId: 'n-1b' })).toBe('norte n-1 by call_id');
    expect(matched([leg], { ...named, callId: 'n-1b' })).toBe('no_such_call');
  });

  it('in another currency stays without one', () => {
    expect(matched([call({ currency: 'GBP' })], named)).toBe('other_currency');
  });
});

describe('an event of a customer', () => {
  it("is the customer's last call's, at or before it", () => {
    const calls = [
      call({ callId: 'first', startedAt: at('2026-03-01T10:00:00Z') }),
      call({ callId: 'last', startedAt: at('2026-03-05T10:00:00Z') }),
      call({ callId: 'later', startedAt: at('2026-03-05T10:00:00.001Z') }),
      call({ callId: 'another’s', customerRef: 'bb', startedAt: at('2026-03-05T09:00:00Z') }),
      call({ callId: 'nobody’s', customerRef: null, startedAt: at('2026-03-05T09:00:00Z') }),
    ];
    expect(matched(calls, {})).toBe('norte last by last_touch');
    expect(matched(calls.slice(0, 1), {})).toBe('norte first by last_touch');
    expect(matched(calls.slice(2), {})).toBe('no_call_of_customer');
  });

  it('reaches back as many days of 24 hours as the call’s program says', () => {
    const called = (program: string) => [call({ program, startedAt: at('2026-03-02T10:00:00Z') })];
    expect(matched(called('winback'), { occurredAt: at('2026-03-05T10:00:00Z') })).toBe('norte n-1 by last_touch');
    expect(matched(called('winback'), { occurredAt: at('2026-03-05T10:00:00.001Z') })).toBe('no_call_of_customer');
    expect(matched(called('orders'), { occurredAt: at('2026-04-01T10:00:00Z') })).toBe('norte n-1 by last_touch');
    expect(matched(called('orders'), { occurredAt: at('2026-04-01T10:00:00.001Z') })).toBe('no_call_of_customer');
    // Too old for one program, the last call does not hide an earlier one of another that still counts.
    const both = [...called('winback'), call({ callId: 'n-0', startedAt: at('2026-03-01T10:00:00Z') })];
    expect(matched(both, { occurredAt: at('2026-03-09T10:00:00Z') })).toBe('norte n-0 by last_touch');
  });

  it('keeps to the vendor and the program that it names', () => {
    const calls = [
      call({ callId: 'a', vendor: 'norte', program: 'orders', startedAt: at('2026-03-03T10:00:00Z') }),
      call({ callId: 'b', vendor: 'lumina', program: 'winback', startedAt: at('2026-03-04T10:00:00Z') }),
    ];
    expect(matched(calls, {})).toBe('lumina b by last_touch');
    expect(matched(calls, { vendor: 'norte' })).toBe('norte a by last_touch');
    expect(matched(calls, { program: 'orders' })).toBe('norte a by last_touch');
    expect(matched(calls, { vendor: 'norte', program: 'winback' })).toBe('no_call_of_customer');
  });

  it('takes the first by vendor and id of calls that began together', () => {
    const calls = [
      call({ vendor: 'norte', callId: 'a' }),
      call({ vendor: 'lumina', callId: 'z' }),
      call({ vendor: 'lumina', callId: 'y' }),
    ];
    expect(matched(calls, {})).toBe('lumina y by last_touch');
  });

  it('is no leg’s', () => {
    expect(matched([call(), call({ callId: 'n-1b', legOf: 'n-1', startedAt: at('2026-03-03') })], {})).toBe(
      'norte n-1 by last_touch',
    );
  });

  it('in another currency than the last call’s is not given to an earlier one', () => {
    const calls = [call(), call({ callId: 'n-2', currency: 'GBP', startedAt: at('2026-03-03') })];
    expect(matched(calls, {})).toBe('other_currency');
  });

  it('finds the same call in whatever order the calls are', () => {
    const anyCall = fc
      .record({
        id: fc.nat(30),
        hours: fc.nat(200),
        vendor: fc.constantFrom('norte', 'lumina'),
        program: fc.constantFrom('orders', 'winback'),
      })
      .map(({ id, hours, ...own }) =>
        call({ ...own, callId: `n-${id}`, startedAt: at('2026-02-28') + hours * 3_600_000 }),
      );
    const anyCalls = fc.uniqueArray(anyCall, { selector: (own) => `${own.vendor} ${own.callId}`, maxLength: 20 });
    fc.assert(
      fc.property(anyCalls, fc.nat(300), (calls, hours) => {
        const own = { occurredAt: at('2026-02-28') + hours * 3_600_000 };
        expect(matched(calls.toReversed(), own)).toBe(matched(calls, own));
      }),
    );
  });
});

describe('an amount', () => {
  it('has the sign of its kind', () => {
    const signed = (text: string) => revenueKinds.map((kind) => signedAmount(kind, parseMicros(text)));
    const [ten, back] = [parseMicros('10'), parseMicros('-10')];
    expect(signed('10')).toEqual([ten, ten, ten, back, back, back]);
    expect(signed('-10')).toEqual([null, null, null, back, back, back]);
    expect(signed('0')).toEqual([0n, 0n, 0n, 0n, 0n, 0n]);
  });

  it('adds to what was booked with the call; what nobody reports stays unknown', () => {
    const [ten, back] = [parseMicros('10'), parseMicros('-4')];
    expect([netRevenue(ten, back), netRevenue(null, back), netRevenue(ten, null), netRevenue(null, null)]).toEqual([
      parseMicros('6'),
      back,
      ten,
      null,
    ]);
  });
});

describe('the day that an event changes', () => {
  const rules = (revenueBooking: 'call_day' | 'event_day', timezone = 'Europe/Rome') => ({ timezone, revenueBooking });
  // 23:30 on 2 March in Rome, and half past midnight there.
  const late = {
    call: call({ startedAt: at('2026-03-02T22:30:00Z') }),
    event: event({ occurredAt: at('2026-03-02T23:30:00Z') }),
  };

  it("is the call's, unless the program chooses the event's own and that is another", () => {
    expect(isBookedApart(late, rules('call_day'))).toBe(false);
    expect(isBookedApart(late, rules('event_day'))).toBe(true);
    expect(isBookedApart(late, rules('event_day', 'UTC'))).toBe(false);
  });
});
