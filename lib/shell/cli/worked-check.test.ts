import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { callLog, runCli, testSession } from '#testing';

const session = await testSession();
const folder = mkdtempSync(join(tmpdir(), 'breakeven-cli-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The terms of economics.md section 6, as interface.md writes a declaration. */
const terms = `
currency: EUR
timezone: Europe/Rome
vendors:
  - { code: norte, name: Norte Contact, country: ES, timezone: Europe/Madrid, status: live }
programs:
  - code: orders
    name: Order line
    direction: inbound
    timezone: Europe/Rome
    currency: EUR
    grossMargin: 0.5
    otherCostPerCall: 0.40
    requiredMargin: { perCall: 0.50 }
    serviceLevel: { seconds: 20, target: 0.8, abandons: ignored }
    shortAbandonSeconds: 5
    repeatWindowDays: 7
    goLive: 2026-01-01
contracts:
  - vendor: norte
    program: orders
    from: 2026-01-01
    to: null
    currency: EUR
    timezone: Europe/Madrid
    rating: { billable: handled, basis: connected, initialSeconds: 30, incrementSeconds: 6, excludeShorterThanSeconds: 0, windows: [] }
    charges:
      - { kind: per_call, rate: "3.60" }
    vendorCost:
      agentHourly: { value: "14.00", low: "12.50", high: "16.00" }
      load: 1.35
      occupancy: 0.80
      shrinkage: 0.30
      overheadPerCall: "0"
      targetMargin: 0.10
    plan: { ahtSeconds: 300, callsPerMonth: 20000, conversion: 0.08 }
outcomes:
  - vendor: norte
    map: { OK: sale, NO: no_sale }
`;

/** 100 calls of one length in a month, 8 of them sales of 120.00: 9.60 of revenue a call. */
const month = (name: string, seconds: number) =>
  Array.from({ length: 100 }, (_, index) => ({
    call_id: `${name}-${index}`,
    started_at: `${name}-1${index % 10} 10:00`,
    wait_s: index % 40,
    talk_s: seconds - 60,
    hold_s: 20,
    wrap_s: 40,
    disposition: index < 8 ? 'OK' : 'NO',
    revenue: index < 8 ? '120.00' : '',
  }));

const file = (name: string, content: string) => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};

async function json(...args: string[]): Promise<Record<string, never> & { rows: never[] }> {
  const { status, out, err } = await runCli(session, [...args, '--json']);
  expect(err).toBe('');
  expect(status).toBe(0);
  // One document and nothing else.
  expect(out.trimEnd().split('\n')).toHaveLength(1);
  return JSON.parse(out);
}

const keys = (value: object | undefined) => Object.keys(value ?? {});

describe('the worked check on the command line', () => {
  it('begins with a declaration, which changes nothing the second time', async () => {
    const path = file('terms.yaml', terms);
    const first = await json('apply', path);
    expect(first).toEqual({
      changes: [
        { what: 'organisation', name: 'EUR', change: 'created' },
        { what: 'vendor', name: 'norte', change: 'created' },
        { what: 'program', name: 'orders', change: 'created' },
        { what: 'contract', name: 'norte/orders from 2026-01-01', change: 'created' },
        { what: 'outcomes', name: 'norte', change: 'created' },
      ],
      days: 0,
    });
    const { changes } = (await json('apply', path)) as unknown as { changes: { change: string }[] };
    expect(new Set(changes.map(({ change }) => change))).toEqual(new Set(['unchanged']));
  });

  it('imports the calls', async () => {
    const log = callLog([...month('2026-01', 300), ...month('2026-02', 360), ...month('2026-03', 432)]);
    const path = file('calls.csv', log);
    const result = await json('import', 'calls', path, '--vendor', 'norte', '--program', 'orders');
    // interface.md, and what it does not name: rows that come again or are of no call, the calls that rows were joined
    // into, what the reader noticed, and the import that this one repeats.
    expect(keys(result).sort()).toEqual(
      [
        ...['batch', 'format', 'rows', 'inserted', 'updated', 'unchanged', 'rejected', 'rejects', 'days', 'seconds'],
        ...['repeated', 'notCalls', 'calls', 'warnings', 'repeatOf'],
      ].sort(),
    );
    expect(result).toMatchObject({ format: 'canonical', rows: 300, inserted: 300, rejected: 0, rejects: [], days: 30 });
  });

  // c = 14.00 x 1.35 / 3600 / (0.80 x 0.70) = 0.009375 a second; the ceiling is 9.60 x 0.5 - 0.40 - 0.50 = 3.90
  it.each([
    ['2026-01', '2026-02', 300, 0.7875, 3.125, 'sound'],
    ['2026-02', '2026-03', 360, 0.225, 3.75, 'underpriced'],
    ['2026-03', '2026-04', 432, -0.45, 4.5, 'broken'],
  ])('has both books of %s', async (from, to, seconds, vendorMargin, floor, zone) => {
    const answer = await json('economics', '--from', `${from}-01`, '--to', `${to}-01`, '--by', 'vendor');
    expect(keys(answer)).toEqual(['currency', 'from', 'to', 'rows']);
    expect(answer).toMatchObject({ currency: 'EUR', from: `${from}-01`, to: `${to}-01` });
    expect(answer.rows).toEqual([
      {
        key: { vendor: 'norte' },
        counts: { offered: 100, attempted: 0, handled: 100, contact: 100, abandoned: 0, sale: 8, resolved: 0 },
        seconds: {
          // 0 to 39 s twice and 0 to 19 s once: 2 x 780 + 190
          wait: 1750,
          talk: 100 * (seconds - 60),
          hold: 2000,
          wrap: 4000,
          handle: 100 * seconds,
          billed: expect.any(Number),
        },
        money: { charges: '360.00', revenue: '960.00', contribution: '480.00' },
        perCall: {
          cost: 3.6,
          revenue: 9.6,
          contribution: 4.8,
          margin: 0.8,
          vendorCost: (seconds * 9375) / 1_000_000,
          vendorMargin,
          floor,
          ceiling: 3.9,
        },
        aht: seconds,
        breakEvenAht: 384,
        conversion: 0.08,
        costRatio: 0.75,
        costPerSale: 45,
        // Within 20 s: 21 calls of each 40, and the last 20
        serviceLevel: 0.62,
        abandonRate: 0,
        zone,
        p50Handle: expect.any(Number),
        p90Handle: expect.any(Number),
        marks: { aht: null, abandonRate: null },
      },
    ]);
    const [row] = answer.rows as { p50Handle: number; p90Handle: number; seconds: { billed: number } }[];
    // The histogram is 1% exact.
    expect(Math.abs((row?.p50Handle ?? 0) / seconds - 1)).toBeLessThanOrEqual(0.01);
    expect(row?.p90Handle).toBe(row?.p50Handle);
    // Connected time, 30/6: 260, 320 and 392 s are 30 + 39 x 6, 30 + 49 x 6 and 30 + 61 x 6.
    expect(row?.seconds.billed).toBe(100 * { 300: 264, 360: 324, 432: 396 }[seconds]!);
  });

  it('groups, and a group without a name is null', async () => {
    const by = await json('economics', '--from', '2026-01-01', '--to', '2026-04-01', '--by', 'call_type,month');
    expect((by.rows as { key: unknown }[]).map(({ key }) => key)).toEqual([
      { call_type: null, month: '2026-01' },
      { call_type: null, month: '2026-02' },
      { call_type: null, month: '2026-03' },
    ]);
  });
});

describe('the same calls', () => {
  it('have the statement of a month', async () => {
    const statement = await json('statement', '--vendor', 'norte', '--month', '2026-02', '--program', 'orders');
    expect(statement).toEqual({
      vendor: 'norte',
      program: 'orders',
      month: '2026-02',
      currency: 'EUR',
      lines: [
        {
          id: expect.any(String),
          charge: 'per_call',
          label: expect.stringMatching(/\w/),
          quantity: '100',
          rate: '3.60',
          amount: '360.00',
          effective: '360.00',
          class: 'variable',
          currency: 'EUR',
          reason: 'Handled calls.',
        },
      ],
      missing: [],
      billed: '360.00',
      effective: '360.00',
    });
  });

  it('have the verdicts', async () => {
    const verdicts = await json('verdicts');
    expect(keys(verdicts)).toEqual(['asOf', 'rows']);
    expect(verdicts.asOf).toBe('2026-03-19');
    const [row] = verdicts.rows as Record<string, object>[];
    expect(keys(row)).toEqual([
      ...['vendor', 'program', 'state', 'zone', 'client', 'vendorBook', 'aht', 'breakEvenAht', 'days', 'calls'],
      ...['reasons', 'since', 'moneyAtStake'],
    ]);
    expect(keys(row?.client)).toEqual(['mean', 'lower', 'upper', 'state']);
    expect(keys(row?.vendorBook)).toEqual(['mean', 'lower', 'upper', 'state', 'assumptionsHold']);
    expect(row).toMatchObject({ vendor: 'norte', program: 'orders', calls: 300, days: 30 });
    for (const reason of (row?.reasons ?? []) as object[]) {
      expect(keys(reason)).toEqual(['code', 'text']);
      expect((reason as { text: string }).text).not.toMatch(/[{}]/);
    }
  });

  it('are there one by one, with the rating', async () => {
    const call = await json('call', 'norte', '2026-02-0');
    expect(call).toMatchObject({
      callId: '2026-02-0',
      vendor: 'norte',
      program: 'orders',
      startedAt: '2026-02-10T09:00:00.000Z',
      disposition: 'OK',
      outcome: 'sale',
      answered: true,
      seconds: { wait: 0, talk: 300, hold: 20, wrap: 40, handle: 360 },
      revenue: '120.00',
      currency: 'EUR',
      source: { fileName: 'calls.csv', row: 102 },
      rating: {
        contract: { from: '2026-01-01', to: null, timezone: 'Europe/Madrid' },
        basis: 'connected',
        basisSeconds: 320,
        billable: true,
        exclusion: null,
        billedSeconds: 324,
        rateClass: 'standard',
      },
    });
  });

  it.each([
    ['economics', '--from', '2026-01-01', '--to', '2026-04-01'],
    ['statement', '--vendor', 'norte', '--month', '2026-02'],
    ['verdicts'],
    ['call', 'norte', '2026-02-0'],
  ])('are told to a person as well: %s', async (...args) => {
    const { status, out } = await runCli(session, args);
    expect(status).toBe(0);
    expect(out).toMatch(/Norte|norte/);
    expect(out).not.toMatch(/undefined|NaN|\[object|\{\w+\}/);
  });
});
