import { describe, expect, it } from 'vitest';
import type { Call } from '#calls';
import { parseMicros } from '#money';
import type { RevenueEvent } from '#revenue';
import { rollUp } from '#rollup';
import { type Day, parseDay, period } from '#time';
import { calls, groupsOf, input, program, totalOf, version } from './books.test-data.ts';
import { evidenceDays } from './evidence.ts';

const versions = [
  version({
    charges: [
      { kind: 'per_call', rate: '3.60' },
      { kind: 'revenue_share', percent: '10' },
    ],
  }),
];
const april = period('2026-04-01' as Day, '2026-05-01' as Day);

/** 100 calls of 360 s on 2 March, 8 of them sales of 120.00. */
const sold = calls(100, 360, { count: 8, value: '120.00' });
/** 10 calls on 16 March that sell nothing. */
const later = calls(10, 360, null).map(
  (call): Call => ({ ...call, callId: `d-${call.callId}`, startedAt: call.startedAt + 14 * 86_400_000 }),
);

/** A refund of the first sale, 120.00, at 10:00 UTC of a day. */
function refund(day: string): RevenueEvent {
  return {
    ...{ vendor: 'norte', eventId: 'r-1', callId: 'c-0', customerRef: null, program: null },
    ...{ occurredAt: Date.parse(`${day}T10:00:00Z`), kind: 'refund', amount: parseMicros('-120'), currency: 'EUR' },
  };
}

type Booking = 'call_day' | 'event_day';

function rowsOf(revenueBooking: Booking, list: readonly Call[], ...events: RevenueEvent[]) {
  return rollUp(list, new Map([['orders', { ...program(), revenueBooking }]]), versions, events);
}

const money = (text: string) => parseMicros(text);

describe('a refund', () => {
  it('of a day without calls takes its money and its share of the fee from that day, where that is chosen', () => {
    const rows = rowsOf('event_day', sold, refund('2026-03-14'));
    const [first, second] = groupsOf({ rows, versions }, 'day');
    expect(first).toMatchObject({
      key: { day: '2026-03-02' },
      money: { revenue: money('960'), charges: money('456') },
    });
    expect(second).toMatchObject({
      key: { day: '2026-03-14' },
      money: { revenue: money('-120'), contribution: money('-60'), charges: money('-12') },
      perCall: { cost: null, revenue: null, margin: null, ceiling: null, vendorCost: null },
      ...{ aht: null, conversion: null, costRatio: null, costPerSale: null, zone: null, meetingPoint: null },
      gaps: ['no_calls'],
    });
    // (960 - 120) x 10% = 84 beside 360 for the calls.
    expect(totalOf({ rows, versions })).toMatchObject({
      counts: { calls: 100, handled: 100 },
      money: { revenue: money('840'), contribution: money('420'), charges: money('444') },
      perCall: { revenue: 8.4, contribution: 4.2, cost: 4.44 },
    });
  });

  it('takes them from the day of the call otherwise', () => {
    const groups = groupsOf({ rows: rowsOf('call_day', sold, refund('2026-03-14')), versions }, 'day');
    expect(groups.map(({ key, money: { revenue, charges } }) => [key.day, revenue, charges])).toEqual([
      ['2026-03-02', money('840'), money('444')],
    ]);
  });

  it('is of the month that it falls in, though no call does', () => {
    const rows = rowsOf('event_day', sold, refund('2026-04-02'));
    expect(totalOf({ rows, versions }).money).toMatchObject({ revenue: money('960'), charges: money('456') });
    expect(totalOf({ rows, versions, period: april })).toMatchObject({
      counts: { calls: 0 },
      money: { revenue: money('-120'), charges: money('-12') },
      perCall: { revenue: null, margin: null },
    });
  });

  it('under no contract leaves a known revenue and no fee', () => {
    const ended = [version({ charges: [{ kind: 'revenue_share', percent: '10' }], to: '2026-03-10' })];
    const rules = new Map([['orders', program({ revenueBooking: 'event_day' })]]);
    const rows = rollUp(sold, rules, ended, [refund('2026-03-14')]);
    expect(rows.map(({ day, contractId, calls: n }) => [day, contractId, n])).toEqual([
      ['2026-03-02', 'c1', 100],
      ['2026-03-14', null, 0],
    ]);
    expect(totalOf({ rows, versions: ended })).toMatchObject({
      money: { revenue: money('840'), charges: money('96') },
      gaps: expect.not.arrayContaining(['no_contract']),
    });
  });

  it('is evidence of the next day with calls, and of none while there is no such day', () => {
    const scope = { vendor: 'norte', program: 'orders', from: parseDay('2026-03-01'), to: parseDay('2026-04-01') };
    const days = (list: Call[]) =>
      evidenceDays(input({ rows: rowsOf('event_day', list, refund('2026-03-14')), versions }), scope).filter(
        ({ client }) => client && (client.n > 0 || client.y !== 0),
      );
    expect(days(sold).map(({ day, client }) => [day, client?.y])).toEqual([['2026-03-02', 480 - 456 - 40]]);
    const [, second] = days([...sold, ...later]);
    // Contribution -60, fee 36 - 12, other cost 4; the vendor is paid 24 and works for 33.75.
    expect(second).toMatchObject({ day: '2026-03-16', calls: 10, client: { n: 10, x: -60 } });
    expect(second?.client?.y).toBeCloseTo(-60 - 24 - 4, 9);
    expect(second?.vendor?.value.y).toBeCloseTo(24 - 33.75, 9);
    for (const book of [second?.client, second?.vendor?.value, second?.vendor?.low])
      expect(Object.values(book ?? {}).every(Number.isFinite)).toBe(true);
  });
});

describe('revenue that only events bring', () => {
  it('is known of calls that have none yet', () => {
    const unsold = sold.map((call): Call => ({ ...call, revenue: null }));
    const sale = { ...refund('2026-03-14'), kind: 'sale' as const, amount: parseMicros('120') };
    for (const booking of ['call_day', 'event_day'] as const) {
      const total = totalOf({ rows: rowsOf(booking, unsold, sale), versions });
      expect(total.money.revenue).toBe(money('120'));
      // Seven of the eight sales have none; that of the first came later.
      expect(total.gaps).toContain('sales_without_revenue');
    }
    expect(totalOf({ rows: rowsOf('call_day', unsold), versions }).money.revenue).toBeNull();
    const only = rowsOf('event_day', unsold.slice(0, 1), { ...sale, occurredAt: Date.parse('2026-04-03T10:00:00Z') });
    const inApril = only.filter(({ day }) => day >= '2026-04-01');
    expect(totalOf({ rows: inApril, versions, period: april }).money.revenue).toBe(money('120'));
    expect(totalOf({ rows: only, versions }).gaps).not.toContain('sales_without_revenue');
  });
});
