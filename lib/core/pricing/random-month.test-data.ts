import fc from 'fast-check';
import type { Call } from '#calls';
import { type ContractVersion, contract } from '#contracts';
import { parseMicros } from '#money';
import { addDays, parseDay, startOfDay } from '#time';
import type { HoursRow, IndexValue, ScoreRow } from './inputs.ts';

/** March 2026: 31 days, the clocks of Rome go forward on the 29th. */
const first = parseDay('2026-03-01');
const DAYS = 31;

const money = fc.integer({ min: 0, max: 99_999 }).map((value) => (value / 100).toFixed(2));
const rate = fc.integer({ min: 0, max: 9_999_999 }).map((value) => (value / 1_000_000).toFixed(6));
const percent = fc.integer({ min: -2_000, max: 2_000 }).map((value) => (value / 100).toFixed(2));
const share = fc.integer({ min: 0, max: 10_000 }).map((value) => (value / 100).toFixed(2));

const tiers = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 3 }),
    fc.array(rate, { minLength: 4, maxLength: 4 }),
  )
  .map(([bounds, rates]) =>
    [...bounds.sort((a, b) => a - b), null].map((upTo, index) => ({ upTo, rate: rates[index] ?? '1' })),
  );
const tiered = fc.oneof(fc.record({ rate }), fc.record({ mode: fc.constantFrom('graduated', 'volume'), tiers }));
const kpi = fc.constantFrom('service_level', 'aht', 'abandonment', 'conversion', 'resolution', 'qa');
const starts = { aht: 400, qa: 100 };
const bonus = fc
  .tuple(
    kpi,
    fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { maxLength: 3 }),
    fc.array(percent, { minLength: 4, maxLength: 4 }),
  )
  .map(([name, bounds, percents]) => ({
    kind: 'bonus_malus',
    kpi: name,
    steps: [0, ...bounds.sort((a, b) => a - b)].map((bound, index) => ({
      from: ((bound / 100) * ((starts as Record<string, number>)[name] ?? 1)).toFixed(4),
      percent: percents[index] ?? '0',
    })),
    cap: '8',
    floor: '-7.5',
  }));

/** Every kind of charge, any of them left out. */
const charges = fc
  .record(
    {
      per_call: tiered.map((own) => ({ kind: 'per_call', ...own })),
      per_minute: tiered.map((own) => ({ kind: 'per_minute', ...own })),
      productive: rate.map((own) => ({ kind: 'per_hour', basis: 'productive', rate: own })),
      logged: rate.map((own) => ({ kind: 'per_hour', basis: 'logged', rate: own })),
      per_fte: money.map((own) => ({ kind: 'per_fte', rate: own })),
      per_outcome: fc.record({
        kind: fc.constant('per_outcome'),
        outcome: fc.constantFrom('sale', 'resolved', 'contact'),
        rate,
      }),
      revenue_share: share.map((own) => ({ kind: 'revenue_share', percent: own })),
      fixed: money.map((amount) => ({ kind: 'fixed', amount })),
      one_off: fc.record({
        kind: fc.constant('one_off'),
        amount: money,
        on: fc.nat(DAYS - 1).map((day) => addDays(first, day)),
        amortiseMonths: fc.integer({ min: 1, max: 12 }),
      }),
      minimum: money.map((amount) => ({ kind: 'minimum', amount })),
      dead_band: fc.record({
        kind: fc.constant('dead_band'),
        calls: fc.integer({ min: 1, max: 80 }),
        band: fc.integer({ min: 0, max: 50 }).map((value) => (value / 100).toFixed(2)),
        arc: rate,
        rrc: rate,
      }),
      aht_collar: fc.record({
        kind: fc.constant('aht_collar'),
        low: fc.integer({ min: 0, max: 150 }),
        high: fc.integer({ min: 150, max: 400 }),
        perSecond: rate,
      }),
      percent: share.map((own) => ({ kind: 'surcharge', rateClass: 'night', percent: own })),
      amount: rate.map((own) => ({ kind: 'surcharge', rateClass: 'night', amount: own })),
      bonus,
      indexation: fc.record({
        kind: fc.constant('indexation'),
        index: fc.constant('labour'),
        weight: fc.constantFrom('0.5', '0.7', '1'),
        cap: fc.constantFrom('0.02', '0.5'),
        since: fc.constantFrom('2024-01-01', '2024-03-15', '2026-01-01'),
      }),
    },
    { requiredKeys: ['fixed'] },
  )
  .map((chosen) => Object.values(chosen).filter((own) => own !== undefined));

const rating = fc.record({
  billable: fc.constantFrom('offered', 'handled', 'contact', 'resolved', 'sale'),
  basis: fc.constantFrom('talk', 'connected', 'handle'),
  initialSeconds: fc.constantFrom(0, 30, 60),
  incrementSeconds: fc.constantFrom(1, 6, 60),
  excludeShorterThanSeconds: fc.constantFrom(0, 10),
  windows: fc.constant([{ class: 'night', from: '22:00', to: '06:00' }]),
});

/** A contract in force for all of the month, or for some days in it. */
const version = fc
  .record({ charges, rating, from: fc.nat(10), to: fc.option(fc.integer({ min: 20, max: DAYS })) })
  .filter(({ charges: own, from, to }) => {
    const oneOff = own.find(({ kind }) => kind === 'one_off') as { on: string } | undefined;
    return oneOff === undefined || to === null || (oneOff.on < addDays(first, to) && oneOff.on >= addDays(first, from));
  })
  .map(
    ({ charges: own, rating: rules, from, to }): ContractVersion => ({
      id: 'c1',
      ...contract.parse({
        vendor: 'norte',
        from: addDays(first, from),
        to: to === null ? null : addDays(first, to),
        currency: 'EUR',
        timezone: 'Europe/Rome',
        rating: rules,
        charges: own,
      }),
    }),
  );

const call = fc.record({
  minute: fc.nat(DAYS * 24 * 60 - 1),
  talk: fc.integer({ min: 0, max: 400_000 }),
  hold: fc.option(fc.nat(60_000)),
  wrap: fc.option(fc.nat(60_000)),
  wait: fc.nat(60_000),
  outcome: fc.constantFrom('sale', 'resolved', 'unresolved', 'no_contact', 'abandoned'),
  revenue: fc.option(fc.integer({ min: -5_000, max: 20_000 })),
});

const toCall = (own: typeof call extends fc.Arbitrary<infer T> ? T : never, index: number): Call => {
  const abandoned = own.outcome === 'abandoned';
  return {
    callId: `c${index}`,
    vendor: 'norte',
    program: 'orders',
    callType: null,
    direction: 'inbound',
    startedAt: startOfDay(first, 'Europe/Rome') + own.minute * 60_000,
    waitMs: own.wait,
    talkMs: abandoned ? 0 : own.talk,
    holdMs: abandoned ? null : own.hold,
    wrapMs: abandoned ? null : own.wrap,
    answered: !abandoned,
    outcome: own.outcome as Call['outcome'],
    disposition: null,
    agent: null,
    customerRef: null,
    revenue: own.revenue === null ? null : parseMicros((own.revenue / 100).toFixed(2)),
    currency: 'EUR',
    legOf: null,
    details: null,
  };
};

const hours = fc
  .uniqueArray(fc.tuple(fc.nat(DAYS - 1), fc.nat(100), fc.nat(40)), {
    minLength: 1,
    maxLength: 6,
    selector: ([day]) => day,
  })
  .map((list) =>
    list.map(
      ([day, logged, fte]): HoursRow => ({
        vendor: 'norte',
        program: 'orders',
        day: addDays(first, day),
        contractId: 'c1',
        loggedHours: (logged / 4).toFixed(2),
        productiveHours: null,
        fte: (fte / 2).toFixed(1),
      }),
    ),
  );
const scores = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 50 }), fc.nat(100)), { minLength: 1, maxLength: 4 })
  .map((list) =>
    list.map(
      ([sample, value], day): ScoreRow => ({
        vendor: 'norte',
        program: 'orders',
        day: addDays(first, day),
        contractId: 'c1',
        kpi: 'qa',
        score: String(value),
        sample,
      }),
    ),
  );
const indices = fc.array(fc.integer({ min: 80, max: 130 }), { minLength: 5, maxLength: 5 }).map((values) =>
  values.map(
    (value, index): IndexValue => ({
      index: 'labour',
      month: `${2022 + index}-${index % 2 === 0 ? '12' : '02'}` as IndexValue['month'],
      value: String(value),
    }),
  ),
);

/** A contract, a month of calls under it, and what else its charges are counted by. */
export const randomMonth = fc
  .record({ version, calls: fc.array(call, { maxLength: 90 }), hours, scores, indices })
  .map(({ calls, ...rest }) => {
    const { from, to } = rest.version;
    // The month is an hour shorter than its days: without the last end a call could be April's.
    const end = startOfDay(to ?? addDays(first, DAYS), 'Europe/Rome');
    const inForce = calls
      .map(toCall)
      .filter(({ startedAt }) => startedAt >= startOfDay(from, 'Europe/Rome') && startedAt < end);
    return { ...rest, calls: inForce };
  });
export type RandomMonth = typeof randomMonth extends fc.Arbitrary<infer T> ? T : never;

/** How service levels are counted in it. */
export const serviceLevel = { seconds: 20, abandons: 'ignored' } as const;
