import { describe, expect, it } from 'vitest';
import { handleMs, outcomes } from '#calls';
import { eachCalls, type ListedCall } from '#db';
import { formatMicros, micros } from '#money';
import type { Line, Statement } from '#pricing';
import { type CallsQuery, callsOfLine } from '#reports';
import { contract, declare, importLog, program, testSession, vendor } from '#testing';
import { parseDay, parseMonth } from '#time';
import { allCalls, type CallsView, callPage, callsPage, statementView } from '#views';
import { callFilter } from './calls-query.ts';

const windows = [
  { class: 'holiday', dates: ['2026-03-19'] },
  { class: 'night', days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '22:00', to: '06:00' },
];
const tiers = [
  { upTo: 40, rate: '0.60' },
  { upTo: 90, rate: '0.50' },
  { upTo: null, rate: '0.40' },
];

/** Contracts in another zone than the program's, with every kind of line that calls are behind, and some that none are. */
const declared = {
  vendors: [vendor('flat'), vendor('tiers'), vendor('mixed')],
  programs: [program('p1'), program('p2', { timezone: 'America/New_York' })],
  contracts: [
    contract('flat', {
      rating: { basis: 'connected', initialSeconds: 30, incrementSeconds: 6, windows, excludeRepeatsWithinHours: 24 },
      charges: [
        { kind: 'per_call', rate: '1.20' },
        { kind: 'per_minute', rate: '0.30' },
        { kind: 'per_outcome', outcome: 'sale', rate: '5' },
        { kind: 'per_outcome', outcome: 'contact', rate: '0.10' },
        { kind: 'surcharge', rateClass: 'night', amount: '0.25' },
        { kind: 'surcharge', rateClass: 'holiday', percent: '50' },
        { kind: 'fixed', amount: '1000' },
        { kind: 'minimum', amount: '50000' },
      ],
    }),
    contract('tiers', {
      rating: { windows, excludeShorterThanSeconds: 20 },
      charges: [
        { kind: 'per_call', mode: 'graduated', tiers },
        { kind: 'per_minute', mode: 'volume', tiers },
        { kind: 'dead_band', calls: 20, band: '0.1', arc: '1', rrc: '1' },
      ],
    }),
    contract('mixed', {
      rating: { billable: 'contact' },
      to: '2026-03-10',
      charges: [
        { kind: 'per_hour', basis: 'productive', rate: '30' },
        { kind: 'revenue_share', percent: '10' },
        { kind: 'aht_collar', low: 1, high: 2, perSecond: '0.01' },
      ],
    }),
    contract('mixed', {
      from: '2026-03-10',
      program: 'p2',
      charges: [{ kind: 'per_outcome', outcome: 'resolved', rate: '2' }],
    }),
  ],
};

/** Calls around the first and the last midnight of March and between, of few customers. */
function someCalls(): string {
  const rows = [
    'call_id,vendor,program,call_type,direction,started_at,talk_s,hold_s,wrap_s,answered,outcome,customer_ref,revenue,currency',
  ];
  const starts = ['2026-02-28T20:00:00Z', '2026-03-31T20:00:00Z', '2026-03-18T21:00:00Z', '2026-03-08T04:00:00Z'].map(
    Date.parse,
  );
  for (let row = 0; row < 600; row += 1) {
    const spread = row % 3 === 0 ? (row * 7_919_000_003) % (40 * 86_400_000) : (row * 104_729_017) % (16 * 3_600_000);
    const at = (starts[row % 4] ?? 0) + (row % 3 === 0 ? spread - 20 * 86_400_000 : spread);
    const answered = row % 7 !== 0;
    const outcome = answered ? outcomes[row % 8] : 'abandoned';
    const money = outcome === 'sale' ? `${(row % 50) + 10}.90,EUR` : ',EUR';
    rows.push(
      `c${row},${['flat', 'tiers', 'mixed'][row % 3]},p${(row % 2) + 1},,inbound,${new Date(at).toISOString()},${answered ? (row * 13) % 300 : 0},${row % 5},${row % 30},${answered},${outcome},k${row % 40},${money}`,
    );
  }
  return `${rows.join('\n')}\n`;
}

const session = await testSession();
await declare(session, declared);
const imported = await importLog(session, someCalls(), { vendor: null, program: null });

async function behind(query: CallsQuery): Promise<ListedCall[]> {
  const found: ListedCall[] = [];
  const period = { from: parseDay(query.from ?? ''), to: parseDay(query.to ?? '') };
  for await (const calls of eachCalls(session.database, callFilter(query, period), { size: 100 })) found.push(...calls);
  return found;
}

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

/** What the calls behind a line add up to, in the measure of its charge. */
function measured({ charge, detail }: Line, calls: readonly ListedCall[]): number | string {
  const handle = sum(calls.map(({ call }) => handleMs(call)));
  switch (charge) {
    case 'per_minute':
      return sum(calls.map(({ billedSeconds }) => billedSeconds)) / 60;
    case 'per_hour':
      return (handle / 3_600_000).toFixed(6);
    case 'revenue_share':
      return formatMicros(micros(calls.reduce((total, { call }) => total + (call.revenue ?? 0n), 0n)), 2);
    case 'aht_collar':
      return detail.collar?.calls === calls.length ? 'the calls counted' : 'other calls';
    default:
      return calls.length;
  }
}

/** The same measure of the line itself; of tiers, of all lines of the charge. */
function stated(line: Line, statement: Statement): number | string {
  const own = line.detail.tier ? statement.lines.filter((other) => other.charge === line.charge) : [line];
  switch (line.charge) {
    case 'per_minute':
      return sum(own.map(({ detail }) => detail.billedSeconds ?? 0)) / 60;
    case 'per_hour':
      return Number(line.quantity).toFixed(6);
    case 'revenue_share':
      return Number(line.quantity).toFixed(2);
    case 'aht_collar':
      return 'the calls counted';
    default:
      return sum(own.map(({ quantity }) => Number(quantity)));
  }
}

describe('the calls behind a line of a statement', () => {
  it('add up to its quantity, for every kind of line that calls cause', async () => {
    expect(imported).toMatchObject({ rows: 600, inserted: 600, rejected: 0 });
    const seen = new Set<string>();
    const none = new Set<string>();
    for (const month of ['2026-02', '2026-03', '2026-04'].map(parseMonth))
      for (const code of ['flat', 'tiers', 'mixed']) {
        const view = await statementView(session, { vendor: code, month });
        for (const statement of view?.statements ?? [])
          for (const line of statement.lines) {
            const query = callsOfLine(line, statement, code);
            if (query === null) none.add(line.charge);
            if (query === null) continue;
            const calls = await behind(query);
            const page = await callsPage(session, query);
            expect(page?.counted.values).toMatchObject({ calls: calls.length });
            // A percentage is of money: the calls behind it are those of its class that are billed.
            if (line.charge === 'surcharge' && line.detail.on?.length) {
              expect(calls.every(({ billed, rateClass }) => billed && rateClass === line.detail.rateClass)).toBe(true);
              expect(calls.length).toBeGreaterThan(0);
            } else expect([line.id, measured(line, calls)]).toEqual([line.id, stated(line, statement)]);
            seen.add(
              `${line.charge}${line.detail.tier ? ' by tiers' : ''} ${line.detail.rateClass ?? line.detail.outcome ?? ''}`.trim(),
            );
          }
      }
    expect([...seen].sort()).toEqual([
      'aht_collar',
      'per_call by tiers',
      'per_call holiday',
      'per_call night',
      'per_call standard',
      'per_hour',
      'per_minute by tiers',
      'per_minute holiday',
      'per_minute night',
      'per_minute standard',
      'per_outcome contact',
      'per_outcome resolved',
      'per_outcome sale',
      'revenue_share',
      'surcharge holiday',
      'surcharge night',
    ]);
    expect([...none].sort()).toEqual(['dead_band', 'fixed', 'minimum']);
  });
});

describe('the list of calls', () => {
  const days = { from: '2026-02-01', to: '2026-06-01' };

  async function pages(step: 'next' | 'previous', first: CallsView | null): Promise<string[][]> {
    const found: string[][] = [];
    for (let view = first; view; ) {
      found.push(view.table.rows.map(({ id }) => id));
      const beyond = view[step];
      view = beyond ? await callsPage(session, beyond) : null;
    }
    return found;
  }

  it('is paged through to its end and back, each call once', async () => {
    const forwards = await pages('next', await callsPage(session, days));
    expect(forwards.map((page) => page.length)).toEqual([...Array.from({ length: 11 }, () => 50), 50]);
    expect(new Set(forwards.flat()).size).toBe(600);
    const all = await allCalls(session, days);
    const exported: string[] = [];
    for await (const rows of all?.pages ?? []) exported.push(...rows.map(({ id }) => id));
    expect(exported).toEqual(forwards.flat());
    let last = await callsPage(session, days);
    while (last?.next) last = await callsPage(session, last.next);
    expect((await pages('previous', last)).reverse()).toEqual(forwards);
  });

  it('leaves out of an address what it cannot read', async () => {
    const odd = { ...days, billed: 'maybe', outcome: 'bought', contract: '1;', after: 'x', nonsense: '1' };
    const view = await callsPage(session, odd as never);
    expect(view?.query).toEqual(days);
    expect(view?.counted.values).toMatchObject({ calls: 600 });
  });

  it('never shows who called', async () => {
    const view = await callsPage(session, days);
    const [row] = view?.table.rows ?? [];
    const [code = '', callId = ''] = row?.id.split('/') ?? [];
    const page = await callPage(session, code, callId);
    expect(page?.facts.map(({ id }) => id)).not.toContain('customerRef');
    // The tests' hash of k0 to k39 begins with the reference itself, in hexadecimal.
    const shown = JSON.stringify([view, page], (_, value) => (typeof value === 'bigint' ? String(value) : value));
    expect(shown).not.toMatch(/6b3\d/);
    expect(shown).not.toContain('customerRef');
  });
});

describe('the page of a call', () => {
  it('lists the rules that the call met, and the row it came from', async () => {
    const view = await callPage(session, 'flat', 'c3');
    expect(view?.source).toMatchObject({ fileName: 'calls.csv', row: 5 });
    expect(view?.trace.map(({ key }) => key)).toEqual(
      expect.arrayContaining(['calls.trace.contract', 'calls.trace.state']),
    );
    expect(await callPage(session, 'flat', 'nobody')).toBeNull();
  });
});
