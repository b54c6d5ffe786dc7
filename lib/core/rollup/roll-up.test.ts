import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Call, directions, handleMs, outcomes } from '#calls';
import { type ContractVersion, contract } from '#contracts';
import { micros, parseMicros } from '#money';
import { bucketOf } from './histogram.ts';
import { rollUp } from './roll-up.ts';
import { addSums, emptySums, type RollupRow, type RollupSums, sumRows } from './row.ts';

const orders = {
  timezone: 'Europe/Rome',
  shortAbandonSeconds: 5,
  serviceLevel: { seconds: 20, abandons: 'ignored' },
  revenueBooking: 'call_day',
  lastTouchDays: 30,
} as const;
const programs = new Map<string, Parameters<typeof rollUp>[1] extends ReadonlyMap<string, infer Rules> ? Rules : never>(
  [
    ['orders', orders],
    [
      'winback',
      { timezone: 'America/New_York', shortAbandonSeconds: 0, revenueBooking: 'event_day', lastTouchDays: 7 },
    ],
  ],
);

function version(id: string, terms: Record<string, unknown>): ContractVersion {
  const declared = {
    vendor: 'norte',
    from: '2026-01-01',
    currency: 'EUR',
    timezone: 'Europe/Madrid',
    rating: { initialSeconds: 30, incrementSeconds: 6 },
    charges: [{ kind: 'per_call', rate: '3.60' }],
    ...terms,
  };
  return { ...contract.parse(declared), id };
}

const base: Call = {
  callId: 'n-1',
  vendor: 'norte',
  program: 'orders',
  callType: null,
  direction: 'inbound',
  startedAt: Date.parse('2026-03-02T09:15:00Z'),
  waitMs: 12_000,
  talkMs: 301_000,
  holdMs: 20_000,
  wrapMs: 45_000,
  answered: true,
  disposition: null,
  outcome: 'other',
  agent: null,
  customerRef: null,
  revenue: null,
  currency: 'EUR',
  legOf: null,
  details: null,
};

const anyCall: fc.Arbitrary<Call> = fc.record({
  callId: fc.uuid(),
  vendor: fc.constantFrom('norte', 'lumina'),
  program: fc.constantFrom('orders', 'winback'),
  callType: fc.constantFrom(null, 'new order', 'complaint'),
  direction: fc.constantFrom(...directions),
  startedAt: fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2026, 0, 4) }),
  waitMs: fc.option(fc.nat(60_000)),
  talkMs: fc.nat(600_000),
  holdMs: fc.option(fc.nat(60_000)),
  wrapMs: fc.option(fc.nat(60_000)),
  answered: fc.boolean(),
  disposition: fc.constant(null),
  outcome: fc.constantFrom(...outcomes),
  agent: fc.constant(null),
  customerRef: fc.constant(null),
  revenue: fc.option(fc.bigInt({ min: -1_000_000_000n, max: 1_000_000_000n }).map(micros)),
  currency: fc.constantFrom('EUR', 'USD'),
  legOf: fc.constant(null),
  details: fc.constant(null),
});
const anyCalls = fc.array(anyCall, { maxLength: 30 });
const night = [{ class: 'night', from: '22:00', to: '06:00' }];
const versions = [
  version('general', { rating: { windows: night } }),
  version('orders', { program: 'orders', from: '2026-01-02', to: '2026-01-03' }),
];

/** Sums that may be compared: a histogram's order of buckets is of no account. */
function comparable<T extends RollupSums>(sums: T) {
  return { ...sums, histogram: [...sums.histogram].sort(([a], [b]) => a - b) };
}

const rolled = (calls: readonly Call[]) => rollUp(calls, programs, versions).map(comparable);

describe('rollUp', () => {
  it('adds up the calls of a day', () => {
    const calls: Call[] = [
      // handled at once: a sale of 49.90; handle 301 + 20 + 45 = 366 s; billed 30 + ceil(271 / 6) x 6 = 306 s
      { ...base, outcome: 'sale', revenue: parseMicros('49.90') },
      // handled after 48 s: a sale whose revenue is not reported yet; hold and wrap unknown; billed 30 s
      { ...base, outcome: 'sale', waitMs: 48_000, talkMs: 29_999, holdMs: null, wrapMs: null },
      // handled: nobody there, no wait reported; talk 0 is billable and 0 s
      { ...base, outcome: 'no_contact', waitMs: null, talkMs: 0, holdMs: 0, wrapMs: 1_000 },
      // abandoned within 5 s, and after 21 s
      { ...base, outcome: 'abandoned', answered: false, waitMs: 5_000, talkMs: 0, holdMs: null, wrapMs: null },
      { ...base, outcome: 'abandoned', answered: false, waitMs: 21_000, talkMs: 0, holdMs: null, wrapMs: null },
    ];
    const [row, ...others] = rollUp(calls, programs, [version('c1', {})]);
    expect(others).toEqual([]);
    expect(row).toEqual({
      vendor: 'norte',
      program: 'orders',
      callType: null,
      direction: 'inbound',
      day: '2026-03-02',
      rateClass: 'standard',
      contractId: 'c1',
      currency: 'EUR',
      calls: 5,
      offered: 5,
      attempted: 0,
      handled: 3,
      contact: 2,
      abandoned: 2,
      shortAbandoned: 1,
      answeredWithin: 1, // 12 s; 48 s is late, and an unknown wait is not within
      abandonedWithin: 1, // 5 s
      outcomes: { ...emptySums().outcomes, sale: 2, no_contact: 1, abandoned: 2 },
      waitMs: 60_000, // handled calls only: 12 + 48 s
      talkMs: 330_999,
      holdMs: 20_000,
      wrapMs: 46_000,
      handleMs: 396_999, // 366 s + 29.999 s + 1 s
      waitKnown: 2,
      holdKnown: 2,
      wrapKnown: 2,
      billedCalls: 3,
      billedSeconds: 336,
      revenue: 49_900_000n,
      revenueCalls: 1,
      salesWithoutRevenue: 1,
      handledSales: 2,
      handledRevenue: 49_900_000n,
      revenueSquared: 49_900_000n ** 2n,
      handleSquared: 366_000n ** 2n + 29_999n ** 2n + 1_000n ** 2n,
      revenueHandle: 49_900_000n * 366_000n,
      saleHandleMs: 395_999,
      histogram: new Map([
        [bucketOf(366_000), 1],
        [bucketOf(29_999), 1],
        [bucketOf(1_000), 1],
      ]),
    });
  });

  it('takes money of unanswered calls into revenue, and not into what handled calls earned', () => {
    const unanswered = { ...base, answered: false, revenue: parseMicros('-5') };
    const [row] = rollUp([unanswered], programs, []);
    expect(row).toMatchObject({ revenue: -5_000_000n, revenueCalls: 1, handledRevenue: 0n, revenueSquared: 0n });
  });

  it("keeps days of the program's zone, and contracts by the days of theirs", () => {
    // Midnight of 1 April is at 22:00Z in Madrid and Rome, and at 04:00Z in New York.
    const march = version('march', { to: '2026-04-01' });
    const april = version('april', { from: '2026-04-01' });
    const at = (iso: string, program: string) => ({ ...base, startedAt: Date.parse(iso), program });
    const of = (call: Call) => rollUp([call], programs, [march, april]).map(({ day, contractId }) => [day, contractId]);
    expect(of(at('2026-03-31T21:59:59Z', 'orders'))).toEqual([['2026-03-31', 'march']]);
    expect(of(at('2026-03-31T22:00:00Z', 'orders'))).toEqual([['2026-04-01', 'april']]);
    expect(of(at('2026-03-31T22:00:00Z', 'winback'))).toEqual([['2026-03-31', 'april']]);
    expect(of(at('2026-04-01T04:00:00Z', 'winback'))).toEqual([['2026-04-01', 'april']]);
  });

  it('prefers the contract that names the program, whatever zones the two are in', () => {
    const general = version('general', { timezone: 'Asia/Manila' });
    const own = version('own', { program: 'orders', from: '2026-03-02' });
    const of = (call: Partial<Call>) => rollUp([{ ...base, ...call }], programs, [general, own])[0]?.contractId;
    expect(of({})).toBe('own');
    expect(of({ program: 'winback' })).toBe('general');
    expect(of({ startedAt: Date.parse('2026-03-01T22:59:59Z') })).toBe('general');
    expect(of({ vendor: 'lumina' })).toBeNull();
  });

  it('counts calls without a contract, and bills nothing', () => {
    const [row] = rollUp([base], programs, []);
    expect(row).toMatchObject({
      contractId: null,
      rateClass: 'standard',
      calls: 1,
      handled: 1,
      billedCalls: 0,
      billedSeconds: 0,
    });
  });

  it('keeps currencies, call types, directions and rate classes apart', () => {
    const late = { ...base, startedAt: Date.parse('2026-03-02T21:30:00Z') };
    const calls: Call[] = [
      base,
      { ...base, currency: 'USD' },
      { ...base, callType: 'x' },
      { ...base, direction: 'outbound' },
      late,
    ];
    const rows = rollUp(calls, programs, [version('c1', { rating: { windows: night } })]);
    expect(rows).toHaveLength(5);
    expect(rows.filter(({ rateClass }) => rateClass === 'night')).toHaveLength(1);
  });

  it('does not know an undeclared program', () => {
    expect(() => rollUp([{ ...base, program: 'nowhere' }], programs, [])).toThrow('undeclared program "nowhere"');
  });
});

describe('rollUp of any calls', () => {
  it('is the same whatever the order of the calls', () => {
    const shuffled = anyCalls.chain((calls) =>
      fc.tuple(fc.constant(calls), fc.shuffledSubarray(calls, { minLength: calls.length, maxLength: calls.length })),
    );
    fc.assert(
      fc.property(shuffled, ([calls, order]) => {
        expect(rolled(order)).toEqual(rolled(calls));
      }),
    );
  });

  it('loses no call, no millisecond and no cent', () => {
    fc.assert(
      fc.property(anyCalls, (calls) => {
        const total = sumRows(rollUp(calls, programs, versions));
        const handled = calls.filter(({ answered }) => answered);
        expect(total.calls).toBe(calls.length);
        expect(total.offered + total.attempted).toBe(calls.length);
        expect(Object.values(total.outcomes).reduce((a, b) => a + b, 0)).toBe(calls.length);
        expect(total.handled).toBe(handled.length);
        expect(total.handleMs).toBe(handled.reduce((sum, call) => sum + handleMs(call), 0));
        expect(total.handleMs).toBe(total.talkMs + total.holdMs + total.wrapMs);
        expect(total.revenue).toBe(calls.reduce((sum, { revenue }) => sum + (revenue ?? 0n), 0n));
        expect([...total.histogram.values()].reduce((a, b) => a + b, 0)).toBe(handled.length);
      }),
    );
  });

  it('of two days is the roll-ups of both', () => {
    const noon = Date.UTC(2026, 0, 2, 12);
    fc.assert(
      fc.property(anyCalls, (calls) => {
        const early = rollUp(
          calls.filter(({ startedAt }) => startedAt < noon),
          programs,
          versions,
        );
        const late = rollUp(
          calls.filter(({ startedAt }) => startedAt >= noon),
          programs,
          versions,
        );
        expect(comparable(sumRows([...early, ...late]))).toEqual(
          comparable(sumRows(rollUp(calls, programs, versions))),
        );
      }),
    );
  });
});

describe('sums', () => {
  const anyRows = anyCalls.map((calls): RollupRow[] => rollUp(calls, programs, versions));
  const sum = (...groups: RollupSums[][]) => comparable(sumRows(groups.flat()));

  it('add in any order and any grouping, and nothing adds nothing', () => {
    fc.assert(
      fc.property(anyRows, anyRows, anyRows, (a, b, c) => {
        expect(sum(a, b)).toEqual(sum(b, a));
        expect(sum([sumRows([...a, ...b])], c)).toEqual(sum(a, [sumRows([...b, ...c])]));
        expect(sum(a, [emptySums()])).toEqual(sum(a));
      }),
    );
  });

  it('of rows are sums only, without what the rows are about', () => {
    const [row] = rollUp([base], programs, versions);
    expect(Object.keys(sumRows([row!, row!])).sort()).toEqual(Object.keys(emptySums()).sort());
  });

  it('are added into the first and leave the second as it was', () => {
    fc.assert(
      fc.property(anyCall, (call) => {
        const [row] = rollUp([call], programs, versions);
        const before = comparable(row!);
        const total = addSums(addSums(emptySums(), row!), row!);
        expect(comparable(row!)).toEqual(before);
        expect(total.calls).toBe(2);
        expect(emptySums().calls).toBe(0);
      }),
    );
  });
});
