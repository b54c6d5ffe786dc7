import { describe, expect, it } from 'vitest';
import { readRollup, type Session } from '#db';
import { importRevenue, OperationError, rebuildRollup, undoImport } from '#operations';
import { callLog, contract, declare, importLog, program, testSession, vendor } from '#testing';
import { parseDay, period } from '#time';
import { allRevenue, callView, economicsView, revenuePage } from '#views';

const header = 'event_id,call_id,vendor,occurred_at,kind,amount,currency,customer_ref,program';
const file = (...rows: string[]) => ({
  bytes: new TextEncoder().encode(`${[header, ...rows].join('\n')}\n`),
  fileName: 'events.csv',
  vendor: null,
  timezone: null,
});

type Booking = { revenueBooking?: 'call_day' | 'event_day'; lastTouchDays?: number };

/** Norte and Lumina take orders, paid 3.60 a call and a tenth of revenue. */
async function declared(booking: Booking = {}): Promise<Session> {
  const session = await testSession();
  const charges = [
    { kind: 'per_call', rate: '3.60' },
    { kind: 'revenue_share', percent: '10' },
  ];
  await declare(session, {
    timezone: 'Europe/Rome',
    vendors: [vendor('norte'), vendor('lumina')],
    programs: [program('orders', booking)],
    contracts: [contract('norte', { charges }), contract('lumina', { charges })],
  });
  return session;
}

/** Two calls of customer 49151 on 2 March, the second a sale, and one of another customer on 3 March. */
const march = callLog([
  { call_id: 'n-1', started_at: '2026-03-02T09:00:00Z', talk_s: 60, outcome: 'no_sale', customer_ref: '49151' },
  { call_id: 'n-2', started_at: '2026-03-02T15:00:00Z', talk_s: 90, outcome: 'sale', customer_ref: '49151' },
  { call_id: 'n-3', started_at: '2026-03-03T15:00:00Z', talk_s: 90, outcome: 'no_sale', customer_ref: '49170' },
]);
const sale = 'o-1,n-2,norte,2026-03-02T15:10:00Z,sale,120,EUR,,';
const refund = 'o-2,n-2,norte,2026-03-14T10:00:00Z,refund,40,EUR,,';

/** Revenue and charges by day, in euros, as the economics has them. */
async function byDay(session: Session): Promise<Record<string, [string | null, string | null]>> {
  const spring = period(parseDay('2026-03-01'), parseDay('2026-05-01'));
  const { rows } = await economicsView(session, { period: spring, by: ['day'] });
  const euros = (micros: bigint | null) => (micros === null ? null : (Number(micros) / 1e6).toFixed(2));
  return Object.fromEntries(rows.map(({ key, money }) => [key.day, [euros(money.revenue), euros(money.charges)]]));
}

describe('later revenue', () => {
  it('by call id changes the day of the call, and comes back right when its calls are undone and brought again', async () => {
    const session = await declared();
    const { batch } = await importLog(session, march);
    expect(await byDay(session)).toEqual({ '2026-03-02': [null, null], '2026-03-03': [null, null] });
    expect(await importRevenue(session, file(sale))).toMatchObject({ inserted: 1, byCallId: 1, days: 1 });
    expect(await byDay(session)).toEqual({ '2026-03-02': ['120.00', '19.20'], '2026-03-03': ['0.00', '3.60'] });

    // A refund twelve days later is the call's: its day earns 80, and its share of the fee is 8.
    expect(await importRevenue(session, file(sale, refund))).toMatchObject({ inserted: 1, unchanged: 1, days: 1 });
    const booked = { '2026-03-02': ['80.00', '15.20'], '2026-03-03': ['0.00', '3.60'] };
    expect(await byDay(session)).toEqual(booked);
    const kept = await readRollup(session.database, {});

    await undoImport(session, { batch });
    expect(await readRollup(session.database, {})).toEqual([]);
    const lost = await revenuePage(session, {});
    expect(lost.report.headline[0]).toMatchObject({
      key: 'revenue.someUnmatched',
      values: { matched: 0, unmatched: 2 },
    });

    await importLog(session, march);
    expect(await byDay(session)).toEqual(booked);
    expect(await readRollup(session.database, {})).toEqual(kept);
    await rebuildRollup(session);
    expect(await readRollup(session.database, {})).toEqual(kept);
  });

  it('changes its own day where the program chooses so, and all of it when the choice changes', async () => {
    const session = await declared({ revenueBooking: 'event_day' });
    const { batch } = await importLog(session, march);
    await importRevenue(session, file(sale, refund));
    const apart = {
      '2026-03-02': ['120.00', '19.20'],
      '2026-03-03': ['0.00', '3.60'],
      '2026-03-14': ['-40.00', '-4.00'],
    };
    expect(await byDay(session)).toEqual(apart);
    await undoImport(session, { batch });
    expect(await byDay(session)).toEqual({});
    await importLog(session, march);
    expect(await byDay(session)).toEqual(apart);
    await declare(session, { programs: [program('orders')] });
    expect(await byDay(session)).toEqual({ '2026-03-02': ['80.00', '15.20'], '2026-03-03': ['0.00', '3.60'] });
    await declare(session, { programs: [program('orders', { revenueBooking: 'event_day' })] });
    expect(await byDay(session)).toEqual(apart);
  });

  it('waits for its call, and is kept in sight meanwhile', async () => {
    const session = await declared();
    expect(await importRevenue(session, file(sale, 'o-9,,,2026-03-20T10:00:00Z,sale,15,EUR,49170,'))).toMatchObject({
      ...{ rows: 2, inserted: 2, byCallId: 0, byLastTouch: 0, days: 0 },
      unmatched: { no_such_call: 1, no_call_of_customer: 1, other_currency: 0 },
    });
    await importLog(session, march);
    expect(await byDay(session)).toEqual({ '2026-03-02': ['120.00', '19.20'], '2026-03-03': ['15.00', '5.10'] });
  });

  it('of a customer is the last call’s, whoever took it, as far back as the program looks', async () => {
    const session = await declared({ lastTouchDays: 10 });
    await importLog(session, march);
    const rows = ['o-1,,,2026-03-05T10:00:00Z,sale,120,EUR,49151,', 'o-2,,,2026-03-20T10:00:00Z,sale,7,EUR,49151,'];
    expect(await importRevenue(session, file(...rows))).toMatchObject({
      byLastTouch: 1,
      unmatched: { no_call_of_customer: 1 },
    });
    expect((await callView(session, 'norte', 'n-2'))?.events.map(({ eventId }) => eventId)).toEqual(['o-1']);
    // Lumina had the customer on the line an hour before the sale.
    const later = callLog([{ call_id: 'l-1', started_at: '2026-03-05T09:00:00Z', talk_s: 30, customer_ref: '49151' }]);
    await importLog(session, later, { vendor: 'lumina' });
    expect((await callView(session, 'lumina', 'l-1'))?.netRevenue).toBe(120_000_000n);
    expect(await callView(session, 'norte', 'n-2')).toMatchObject({ events: [], netRevenue: null });
    await declare(session, { programs: [program('orders', { lastTouchDays: 20 })] });
    expect((await callView(session, 'lumina', 'l-1'))?.netRevenue).toBe(127_000_000n);
  });

  it('finds its calls though both vendors’ logs and two files of events come at once', async () => {
    const session = await declared();
    const log = (id: string, hour: number) =>
      callLog(
        Array.from({ length: 40 }, (_, index) => ({
          ...{ call_id: `${id}-${index}`, started_at: `2026-03-0${(index % 9) + 1}T${hour}:00:00Z`, talk_s: 60 },
          customer_ref: `customer ${index % 13}`,
        })),
      );
    const events = (id: string, day: number) =>
      file(
        ...Array.from(
          { length: 30 },
          (_, index) => `${id}-${index},,,2026-03-${day}T12:00:00Z,sale,${index},EUR,customer ${index % 13},`,
        ),
      );
    for (const round of [1, 2, 3])
      await Promise.all([
        importLog(session, log(`n${round}`, 10 + round)),
        importRevenue(session, events(`e${round}`, 10 + round)),
        importLog(session, log(`l${round}`, 11), { vendor: 'lumina' }),
        importRevenue(session, events(`f${round}`, 20)),
      ]);
    const kept = await readRollup(session.database, {});
    const matches = () =>
      session.database.sql.query('select event_id, matched_call_id, unmatched from revenue_event order by 1');
    const matched = await matches();
    expect(matched).toHaveLength(180);
    await rebuildRollup(session);
    expect(await readRollup(session.database, {})).toEqual(kept);
    expect(await matches()).toEqual(matched);
  });

  it('in another currency than the call is kept without one', async () => {
    const session = await declared();
    await importLog(session, march);
    const result = await importRevenue(session, file(sale.replace('EUR', 'USD')));
    expect(result).toMatchObject({ unmatched: { other_currency: 1 }, days: 0 });
  });

  it('of a file with a fault is not taken at all', async () => {
    const session = await declared();
    const error = await importRevenue(session, file(sale, 'o-2,n-2,norte,2026-03-14T10:00:00Z,sale,-40,EUR,,')).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(OperationError);
    expect((await revenuePage(session, {})).report.headline).toEqual([{ key: 'revenue.none' }]);
  });
});

describe('the list of events', () => {
  it('has those without a call first, filters, totals and pages', async () => {
    const session = await declared();
    await importLog(session, march);
    const many = Array.from(
      { length: 60 },
      (_, index) => `m-${index},n-2,norte,2026-03-${10 + (index % 9)},upsell,1,EUR,,`,
    );
    await importRevenue(session, file(sale, refund, 'o-3,nowhere,norte,2026-03-01,sale,9,EUR,,', ...many));
    const view = await revenuePage(session, {});
    const events = (own: typeof view) => own.report.sections.find(({ id }) => id === 'events');
    const ids = (own: typeof view) => {
      const table = events(own);
      return table?.kind === 'table' ? table.rows.map(({ id }) => id) : [];
    };
    expect([view.pages, ids(view).length, ids(view)[0]]).toEqual([2, 50, 'norte o-3']);
    const second = await revenuePage(session, { page: '2' });
    expect(new Set([...ids(view), ...ids(second)]).size).toBe(63);
    expect(ids(await revenuePage(session, { state: 'unmatched' }))).toEqual(['norte o-3']);
    expect(ids(await revenuePage(session, { kind: 'refund', vendor: 'norte' }))).toEqual(['norte o-2']);
    expect(ids(await revenuePage(session, { vendor: 'lumina' }))).toEqual([]);
    expect(ids(await revenuePage(session, { from: '2026-03-01', to: '2026-03-03' }))).toEqual([
      'norte o-3',
      'norte o-1',
    ]);
    const written: string[] = [];
    for await (const rows of (await allRevenue(session, {})).pages) written.push(...rows.map(({ id }) => id));
    expect(written).toEqual([...ids(view), ...ids(second)]);
  });
});
