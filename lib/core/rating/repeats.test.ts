import { describe, expect, it } from 'vitest';
import type { Call } from '#calls';
import type { Rating } from '#contracts';
import { rate } from './rate.ts';
import { previousBillable } from './repeats.ts';

const base: Call = {
  callId: 'a',
  vendor: 'norte',
  program: 'orders',
  callType: null,
  direction: 'inbound',
  startedAt: 0,
  waitMs: null,
  talkMs: 60_000,
  holdMs: null,
  wrapMs: null,
  answered: true,
  disposition: null,
  outcome: 'resolved',
  agent: null,
  customerRef: 'k1',
  revenue: null,
  currency: 'EUR',
  legOf: null,
  details: null,
};
const rating: Rating = {
  billable: 'handled',
  basis: 'talk',
  initialSeconds: 0,
  incrementSeconds: 1,
  excludeShorterThanSeconds: 10,
  excludeRepeatsWithinHours: 24,
  windows: [],
};

/** A call of a clock time on a day of March 2026, UTC. */
const at = (callId: string, clock: string, change: Partial<Call> = {}): Call => ({
  ...base,
  callId,
  startedAt: Date.parse(`2026-03-${clock}Z`),
  ...change,
});

/** Which calls are left out as repeats of which, under one contract. */
function repeatsIn(calls: Call[], terms: Partial<Rating> = {}): Record<string, string> {
  const contract = { rating: { ...rating, ...terms }, timezone: 'UTC' };
  const previous = previousBillable(calls, () => contract);
  const rated = calls.map((call) => [call.callId, rate(call, contract, previous.get(call))] as const);
  return Object.fromEntries(
    rated.flatMap(([id, { exclusion, repeatOf }]) =>
      exclusion === 'repeat_within_hours' ? [[id, repeatOf?.callId ?? '?']] : [],
    ),
  );
}

describe('a repeat', () => {
  it('is as in the worked example of docs/formulas/rating.md', () => {
    const calls = [
      at('mon 09:00', '02T09:00'),
      at('mon 12:00', '02T12:00', { talkMs: 4_000 }),
      at('tue 08:59', '03T08:59'),
      at('wed 08:59', '04T08:59'),
    ];
    expect(repeatsIn(calls, { excludeShorterThanSeconds: 5 })).toEqual({ 'tue 08:59': 'mon 09:00' });
  });

  it('is a call of the customer less than so many hours after a billable one', () => {
    expect(repeatsIn([at('a', '02T09:00'), at('b', '03T08:59:59.999')])).toEqual({ b: 'a' });
    expect(repeatsIn([at('a', '02T09:00'), at('b', '03T09:00')])).toEqual({});
    expect(repeatsIn([at('a', '02T09:00'), at('b', '02T12:00')], { excludeRepeatsWithinHours: 3 })).toEqual({});
    expect(repeatsIn([at('a', '02T09:00'), at('b', '02T12:00')], { excludeRepeatsWithinHours: 4 })).toEqual({ b: 'a' });
  });

  it('is counted from the call right before it, be that a repeat or not', () => {
    // b repeats a; c is 36 h after a but 18 h after b, which could be billed but for a.
    expect(repeatsIn([at('a', '02T00:00'), at('b', '02T18:00'), at('c', '03T12:00')])).toEqual({ b: 'a', c: 'b' });
  });

  it('is not made by a call that could not be billed itself', () => {
    const unanswered = at('b', '02T10:00', { answered: false });
    const short = at('c', '02T11:00', { talkMs: 9_999 });
    expect(repeatsIn([unanswered, short, at('d', '02T12:00')])).toEqual({});
    expect(repeatsIn([at('a', '02T09:00'), unanswered, short, at('d', '02T12:00')])).toEqual({ d: 'a' });
  });

  it('is of the same vendor, program and customer, and of a customer that is known', () => {
    const others = [{ vendor: 'sur' }, { program: 'sales' }, { customerRef: 'k2' }, { customerRef: null }];
    for (const other of others) expect(repeatsIn([at('a', '02T09:00'), at('b', '02T10:00', other)])).toEqual({});
    const unknown = { customerRef: null };
    expect(repeatsIn([at('a', '02T09:00', unknown), at('b', '02T10:00', unknown)])).toEqual({});
  });

  it('of two calls that begin at once is the one with the later id, in whatever order they come', () => {
    expect(repeatsIn([at('b', '02T09:00'), at('a', '02T09:00')])).toEqual({ b: 'a' });
    expect(repeatsIn([at('a', '02T09:00'), at('b', '02T09:00')])).toEqual({ b: 'a' });
  });

  it('has its seconds and class told, but for the reason that comes first', () => {
    const contract = { rating, timezone: 'UTC' };
    const previous = { callId: 'a', startedAt: base.startedAt - 3_600_000 };
    expect(rate(base, contract, previous)).toMatchObject({
      billable: false,
      exclusion: 'repeat_within_hours',
      repeatOf: previous,
      billedSeconds: 0,
      basisMs: 60_000,
    });
    expect(rate({ ...base, talkMs: 1 }, contract, previous)).toMatchObject({
      exclusion: 'shorter_than_minimum',
      repeatOf: null,
    });
    const without = { rating: { ...rating, excludeRepeatsWithinHours: undefined }, timezone: 'UTC' };
    expect(rate(base, without, previous)).toMatchObject({ billable: true, repeatOf: null });
  });
});
