import { beforeAll, describe, expect, it } from 'vitest';
import { callLog, contract, declare, importLog, norte, runCli, say, testSession } from '#testing';
import { overview } from './overview.ts';
import { vendorPage } from './vendor.ts';

const session = await testSession();
const months = Array.from({ length: 12 }, (_, index) => `2026-${String(index + 1).padStart(2, '0')}`);

/** Twelve months with one call of 3.60 each, and 12,000 that fall due in January and serve all of them. */
beforeAll(async () => {
  const charges = [
    { kind: 'per_call', rate: '3.60' },
    { kind: 'one_off', amount: '12000.00', on: '2026-01-15', amortiseMonths: 12 },
  ];
  await declare(session, { ...norte, contracts: [contract('norte', { program: 'orders', charges })] });
  await importLog(
    session,
    callLog(months.map((month) => ({ call_id: month, started_at: `${month}-20 09:00`, talk_s: 60 }))),
  );
});

async function charges(from: string, to: string, ...view: string[]): Promise<string> {
  const { out, err } = await runCli(session, [
    ...['economics', '--from', from, '--to', to, '--by', 'vendor', '--json'],
    ...view,
  ]);
  expect(err).toBe('');
  return JSON.parse(out).rows[0].money.charges;
}

describe('billed and effective charges', () => {
  it('differ in the month of a one-off amount', async () => {
    // billed 3.60 + 12,000; effective 3.60 + 12,000 / 12
    expect(await charges('2026-01-01', '2026-02-01', '--view', 'billed')).toBe('12003.60');
    expect(await charges('2026-01-01', '2026-02-01', '--view', 'effective')).toBe('1003.60');
    expect(await charges('2026-02-01', '2026-03-01', '--view', 'billed')).toBe('3.60');
    expect(await charges('2026-02-01', '2026-03-01')).toBe('1003.60');
  });

  it('agree over all the months that it serves', async () => {
    // 12 x 3.60 + 12,000
    expect(await charges('2026-01-01', '2027-01-01', '--view', 'billed')).toBe('12043.20');
    expect(await charges('2026-01-01', '2027-01-01', '--view', 'effective')).toBe('12043.20');
  });

  it('are no other word', async () => {
    const { status, err } = await runCli(session, [
      ...['economics', '--from', '2026-01-01', '--to', '2026-02-01', '--view', 'gross'],
    ]);
    expect([status, err]).toEqual([2, expect.stringContaining('--view: no view "gross"')]);
  });

  it('are said on the pages, whose states look at effective ones alone', async () => {
    const january = { from: '2026-01-01', to: '2026-02-01' };
    const [effective, billed] = [
      await overview(session, { ...january, view: 'nonsense' }),
      await overview(session, { ...january, view: 'billed' }),
    ];
    expect([effective.filters.view, billed.filters.view]).toEqual(['effective', 'billed']);
    const row = (view: typeof billed) => {
      const [table] = view.report.sections;
      if (table?.kind !== 'table') throw new Error('no table');
      const head = table.columns.find(({ id }) => id === 'cost');
      const cells = table.rows[0]?.cells;
      return [head && say(head.label), cells?.cost, cells?.state, cells?.evidence];
    };
    const [, , state, evidence] = row(effective);
    expect(row(effective)).toMatchObject(['Cost per call', { value: 1003.6 }, state, evidence]);
    expect(row(billed)).toMatchObject(['Cost per call, billed', { value: 12_003.6 }, state, evidence]);
    expect(say(billed.report.notes[0]!)).toMatch(/^Charges are as billed/);
    expect(effective.report.notes.map(say).join(' ')).not.toContain('as billed');
    const vendor = await vendorPage(session, 'norte', { ...january, view: 'billed' });
    expect(vendor?.filters.view).toBe('billed');
    expect(say(vendor!.report.notes[0]!)).toMatch(/^Charges are as billed/);
  });
});
