import fc from 'fast-check';
import { type Call, outcomes } from '#calls';
import type { ContractVersion, Program } from '#contracts';
import {
  claimBatch,
  createBatch,
  idsByCode,
  listPrograms,
  listVersions,
  lockAllVendors,
  onOwnConnection,
  openStore,
  rematchRevenue,
  type Session,
  saveRates,
  saveRevenueEvents,
} from '#db';
import { micros } from '#money';
import { applyDeclaration } from '#operations';
import { isIncoming, type RevenueEvent, revenueKinds } from '#revenue';
import type { RollupRow } from '#rollup';
import { program, testNow, testSession, vendor } from '#testing';
import { beginTouched, refreshTouched } from './refresh.ts';

/** A session in which calls may earn dollars, and every change is judged in euros. */
export async function sessionWithDollars(): Promise<Session> {
  const session = await testSession();
  await saveRates(session.database, [{ day: '2025-01-02', currency: 'USD', rate: '1.0321' }]);
  return session;
}

/** Stores calls as an import does, without a file: any call that the type allows. */
export async function store({ database }: Session, calls: readonly Call[]): Promise<void> {
  const id = crypto.randomUUID();
  const claim = await claimBatch(database, id);
  const options = { program: null, timezone: null, format: null, mapping: null, strict: false };
  const files = [{ name: 'random', size: null, sha256: null }];
  const how = { vendor: null, source: 'command', status: 'running', actor: 'test', startedAt: testNow } as const;
  await createBatch(database, { id, files, options, ...how });
  const ids = await idsByCode(database);
  const own = await onOwnConnection(database);
  await own.transaction(async (tx) => {
    await beginTouched(tx);
    const storing = openStore({ own, tx, batchId: id, vendor: null, ids });
    await storing.write(calls.map((call, row) => ({ file: 1, row, call })));
    await storing.finish();
    await rematchRevenue(tx);
    await refreshTouched(tx);
  });
  await own.close();
  await claim.release();
}

/** Records events as an import does, without a file: any event that the type allows. */
export async function storeEvents({ database }: Session, events: readonly RevenueEvent[]) {
  return database.transaction(async (tx) => {
    await beginTouched(tx);
    await lockAllVendors(tx);
    const saved = await saveRevenueEvents(tx, events, { source: 'random', recordedBy: 'test', recordedAt: testNow });
    return { ...saved, ...(await refreshTouched(tx)) };
  });
}

/** Takes calls away as the undoing of an import does. */
export async function remove({ database }: Session, calls: readonly Call[]): Promise<void> {
  const keys = [calls.map(({ vendor: code }) => code), calls.map(({ callId }) => callId)];
  await database.transaction(async (tx) => {
    await beginTouched(tx);
    await tx.sql.execute(
      `with gone as (
         delete from call c using unnest($1::text[], $2::text[]) as k (vendor, call_id) join vendor v on v.code = k.vendor
         where c.vendor_id = v.id and c.call_id = k.call_id returning c.*
       )
       insert into staging_touched select distinct g.vendor_id, g.program_id, (g.started_at at time zone p.timezone)::date
       from gone g join program p on p.id = g.program_id`,
      keys,
    );
    await rematchRevenue(tx);
    await refreshTouched(tx);
  });
}

/** What is declared, as the core takes it. */
export async function terms({
  database,
}: Session): Promise<{ programs: Map<string, Program>; versions: ContractVersion[] }> {
  const programs = new Map((await listPrograms(database)).map((own) => [own.code, own]));
  return { programs, versions: await listVersions(database) };
}

const zones = ['Europe/Madrid', 'Europe/Rome', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'UTC'];
const anyZone = fc.constantFrom(...zones);

/** Instants near where rules change: nights when clocks change, ends of contracts, midnights; and the times between. */
const edges = [
  '2025-10-26T00:00:00Z', // Madrid: 02:00 comes twice, from 00:00Z to 02:00Z
  '2026-03-29T01:00:00Z', // Madrid: from 02:00 to 03:00
  '2025-11-02T06:00:00Z', // New York: 01:00 comes twice
  '2026-03-08T07:00:00Z', // New York: from 02:00 to 03:00
  '2025-12-31T23:00:00Z', // midnight in Madrid, where a contract ends
  '2026-01-01T00:00:00Z',
  '2026-01-01T05:00:00Z', // midnight in New York
  '2025-12-31T18:30:00Z', // midnight in Kolkata
  '2025-12-25T22:00:00Z',
].map((text) => Date.parse(text));
const anyStart = fc.oneof(
  fc.tuple(fc.constantFrom(...edges), fc.integer({ min: -9_000_000, max: 9_000_000 })).map(([at, by]) => at + by),
  fc.constantFrom(...edges),
  fc.integer({ min: Date.parse('2025-10-01'), max: Date.parse('2026-04-30') }),
);

/** Whole and broken seconds, nothing, not reported, and a call of nearly a day: its square does not fit a double. */
const anyTime = fc.oneof(
  fc.constantFrom(0, 1, 4_999, 5_000, 20_000, 30_000, 30_001, 60_000, 86_400_000),
  fc.nat(400).map((seconds) => seconds * 1000),
  fc.nat(2_000_000),
);
const anyRevenue = fc.oneof(fc.constant(0n), fc.bigInt({ min: -5_000_000_000n, max: 9_000_000_000_000n }));

const anyCall = fc.record({
  vendor: fc.constantFrom('north', 'south'),
  program: fc.constantFrom('p1', 'p2'),
  callType: fc.option(fc.constantFrom('new', 'Ärger, "laut"', 'tab\tand\\slash'), { nil: null }),
  direction: fc.constantFrom('inbound', 'outbound'),
  startedAt: anyStart,
  waitMs: fc.option(anyTime, { nil: null }),
  talkMs: anyTime,
  holdMs: fc.option(anyTime, { nil: null }),
  wrapMs: fc.option(anyTime, { nil: null }),
  answered: fc.boolean(),
  disposition: fc.option(fc.constantFrom('OK', 'line\nbreak', '\\N'), { nil: null }),
  outcome: fc.constantFrom(...outcomes),
  agent: fc.constant(null),
  customerRef: fc.constantFrom(null, '00ff10', '00ff11'),
  revenue: fc.option(anyRevenue.map(micros), { nil: null }),
  currency: fc.constantFrom('EUR', 'USD'),
  legOf: fc.constantFrom(null, null, null, null, null, null, null, null, null, 'elsewhere', 'c1', 'c2', 'c3'),
  details: fc.constant(null),
}) as fc.Arbitrary<Omit<Call, 'callId'>>;

export const anyCalls = fc
  .array(anyCall, { minLength: 200, maxLength: 200 })
  .map((calls) => calls.map((call, index): Call => ({ ...call, callId: `c${index}` })));

const customers = [null, '00ff10', '00ff11'];
const callIds = [null, null, ...Array.from({ length: 40 }, (_, index) => `c${index * 5 + 1}`), 'nowhere'];
const lags = [0, 1, 3_600_000, 86_400_000, 5 * 86_400_000, 30 * 86_400_000, 45 * 86_400_000];

/** Events of calls and customers that there are, and of others; in the order of `anyCalls` and after it. */
const anyEvent = fc
  .record({
    vendor: fc.constantFrom(null, 'north', 'south'),
    callId: fc.constantFrom(...callIds),
    customerRef: fc.constantFrom(...customers),
    program: fc.constantFrom(null, null, 'p1', 'p2'),
    start: anyStart,
    lag: fc.constantFrom(...lags),
    kind: fc.constantFrom(...revenueKinds),
    size: fc.oneof(fc.constant(0n), fc.bigInt({ min: 1n, max: 9_000_000_000_000n })),
    currency: fc.constantFrom('EUR', 'EUR', 'USD'),
  })
  .map(({ start, lag, size, ...event }) => ({
    ...event,
    occurredAt: start + lag,
    amount: micros(isIncoming(event.kind) ? size : -size),
  }));

/** Events with ids of their own at each vendor. */
export const anyEvents = fc
  .array(anyEvent, { minLength: 60, maxLength: 60 })
  .map((events) => events.map((event, index): RevenueEvent => ({ ...event, eventId: `e${index}` })));

const clock = fc.constantFrom('00:00', '02:00', '02:30', '03:00', '06:00', '18:00', '22:00', '23:59');
const range = fc.tuple(clock, clock).filter(([from, to]) => from !== to);
const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const anyWindow = fc.oneof(
  fc
    .tuple(fc.subarray(weekdays, { minLength: 1 }), fc.option(range, { nil: undefined }))
    .map(([days, at]) => ({ days, ...(at && { from: at[0], to: at[1] }) })),
  fc
    .tuple(
      fc.subarray(['2025-12-25', '2025-12-31', '2026-03-29'], { minLength: 1 }),
      fc.option(range, { nil: undefined }),
    )
    .map(([dates, at]) => ({ dates, ...(at && { from: at[0], to: at[1] }) })),
  range.map(([from, to]) => ({ from, to })),
);

const anyRating = fc.record({
  billable: fc.constantFrom('offered', 'attempted', 'handled', 'contact', 'resolved', 'sale'),
  basis: fc.constantFrom('talk', 'connected', 'handle'),
  initialSeconds: fc.constantFrom(0, 1, 30, 60),
  incrementSeconds: fc.constantFrom(1, 6, 60),
  excludeShorterThanSeconds: fc.constantFrom(0, 5, 30),
  excludeRepeatsWithinHours: fc.constantFrom(undefined, 1, 2, 25, 720),
  windows: fc
    .array(anyWindow, { maxLength: 3 })
    .map((windows) => windows.map((window, index) => ({ class: `w${index}`, ...window }))),
});

/** Per vendor: two versions for all programs that meet at the turn of the year, and one of p1 that beats them. */
const anyContracts = (code: string) =>
  fc.tuple(anyZone, anyZone, fc.array(anyRating, { minLength: 3, maxLength: 3 })).map(([zone, own, ratings]) => {
    const base = { vendor: code, currency: 'EUR', charges: [{ kind: 'per_call', rate: '1' }] };
    return [
      { ...base, timezone: zone, from: '2025-10-10', to: '2026-01-01', rating: ratings[0] },
      { ...base, timezone: zone, from: '2026-01-01', to: null, rating: ratings[1] },
      { ...base, timezone: own, program: 'p1', from: '2025-12-25', to: '2026-02-01', rating: ratings[2] },
    ];
  });

export const anyTerms = fc.record({
  vendors: fc.constant([vendor('north'), vendor('south')]),
  programs: fc
    .tuple(anyZone, anyZone, fc.constantFrom(0, 5, 20), fc.constantFrom(0, 5, 20, 60), fc.constantFrom(0, 5, 30, 60))
    .map(([first, second, shortAbandonSeconds, seconds, lastTouchDays]) => [
      program('p1', { timezone: first, shortAbandonSeconds, serviceLevel: { seconds }, lastTouchDays }),
      program('p2', { timezone: second, revenueBooking: 'event_day' }),
    ]),
  contracts: fc.tuple(anyContracts('north'), anyContracts('south')).map((lists) => lists.flat()),
});

/** Rows without regard to their order. */
export function byKey(rows: readonly RollupRow[]): Map<string, RollupRow> {
  const key = (row: RollupRow) =>
    [row.vendor, row.program, row.day, row.direction, row.callType, row.rateClass, row.contractId, row.currency].join(
      '|',
    );
  return new Map(rows.map((row) => [key(row), row]));
}

/** Declares the terms in an empty database. */
export async function declareAnew(session: Session, declared: unknown): Promise<void> {
  await session.database.sql.execute('truncate vendor, program, call, call_rollup, revenue_event cascade');
  await applyDeclaration(session, { text: JSON.stringify(declared), fileName: 'random' });
}
