import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Session } from '#db';
import { type InputKind, importInputs, importRates, recordInput } from '#operations';
import { callLog, contract, declare, importLog, program, projectDir, say, testSession, vendor } from '#testing';
import { type InputsView, inputsPage } from '#views';

const declared = {
  vendors: [vendor('norte'), vendor('lumina')],
  programs: [program('orders'), program('winback')],
  contracts: [contract('norte', { charges: [{ kind: 'per_hour', basis: 'logged', rate: '28.80' }] })],
};

async function withInputs(): Promise<Session> {
  const session = await testSession();
  await declare(session, declared);
  for (const kind of ['hours', 'scores', 'forecast', 'indices'] as const) await take(session, kind);
  return session;
}

function take(session: Session, kind: InputKind) {
  const bytes = readFileSync(join(projectDir, `samples/inputs/ok/${kind}.csv`));
  return importInputs(session, kind, { bytes, fileName: `${kind}.csv`, vendor: null });
}

function cellsOf({ report }: InputsView, column: string): unknown[] {
  const [table] = report.sections;
  if (table?.kind !== 'table') throw new Error('no table');
  return table.rows.map(({ cells }) => cells[column]);
}

describe('the page of inputs', () => {
  it('shows the last month that has some, the newest day first, of all vendors or one', async () => {
    const session = await withInputs();
    await recordInput(session, 'hours', { vendor: 'norte', date: '2026-01-31', logged_hours: '7' });
    const march = await inputsPage(session, { sort: 'hours' });
    expect(march.period).toEqual({ chosen: '2026-03', choices: ['2026-03', '2026-02', '2026-01'] });
    expect(march.report.period).toEqual({ from: '2026-03-01', to: '2026-04-01' });
    expect(cellsOf(march, 'day')).toEqual(
      ['03', '03', '02', '02', '02'].map((of) => ({ kind: 'day', day: `2026-03-${of}` })),
    );
    const january = await inputsPage(session, { sort: 'hours', period: '2026-01', of: 'norte' });
    expect(cellsOf(january, 'source')).toEqual([{ kind: 'say', text: { key: 'inputs.typed' } }]);
    expect(cellsOf(await inputsPage(session, { sort: 'hours', of: 'lumina' }), 'vendor')).toHaveLength(2);
    const strange = await inputsPage(session, { sort: 'hours', period: '1999-13', of: 'nobody' });
    expect(strange.of?.chosen).toBeNull();
    expect(strange.period?.chosen).toBe('2026-03');
  });

  it('shows scores by month, indices altogether, forecasts by year beside what came', async () => {
    const session = await withInputs();
    expect(cellsOf(await inputsPage(session, { sort: 'scores' }), 'score')).toHaveLength(3);
    const indices = await inputsPage(session, { sort: 'indices' });
    expect(indices.report.period).toEqual({ from: '2025-01-01', to: '2025-03-01' });
    expect(cellsOf(indices, 'value')).toHaveLength(3);
    await importLog(
      session,
      callLog([
        { call_id: 'a', started_at: '2026-03-02 09:00', talk_s: 300, outcome: 'sale' },
        { call_id: 'b', started_at: '2026-03-31 23:30', talk_s: 100 },
      ]),
    );
    const forecasts = await inputsPage(session, { sort: 'forecast', of: 'norte' });
    expect(forecasts.period).toEqual({ chosen: '2026', choices: ['2026'] });
    // April 2026, then both versions of March: 2 calls, (300 + 100) / 2 s, 1 sale of 2
    const unknown = expect.objectContaining({ kind: 'unknown' });
    const count = { kind: 'count', value: 2 };
    expect(cellsOf(forecasts, 'calls-actual')).toEqual([unknown, count, count]);
    expect(cellsOf(forecasts, 'aht-actual')[1]).toEqual({ kind: 'seconds', value: 200 });
    expect(cellsOf(forecasts, 'conversion-actual')[1]).toEqual({ kind: 'share', value: 0.5 });
  });

  it('shows the rates of a currency by month', async () => {
    const session = await testSession();
    expect(await inputsPage(session, { sort: 'rates' })).toMatchObject({ of: null, period: null });
    const text = 'Date,GBP,USD,\n2026-03-02,0.87,1.1698,\n2026-03-03,0.88,1.17,\n2026-02-27,0.86,1.16,\n';
    await importRates(session, { bytes: new TextEncoder().encode(text), fileName: 'rates.csv' });
    const dollars = await inputsPage(session, { sort: 'rates' });
    expect(dollars.of?.chosen).toBe('USD');
    expect(cellsOf(dollars, 'day')).toEqual([
      { kind: 'day', day: '2026-03-03' },
      { kind: 'day', day: '2026-03-02' },
    ]);
    const pounds = await inputsPage(session, { sort: 'rates', of: 'GBP', period: '2026-02' });
    expect(cellsOf(pounds, 'rate')).toEqual([{ kind: 'exact', cell: { kind: 'quantity', quantity: '0.86' } }]);
  });

  it('is empty before there is anything, and says nothing is lacking', async () => {
    const session = await testSession();
    for (const sort of ['hours', 'scores', 'forecast', 'indices', 'rates'] as const) {
      const view = await inputsPage(session, { sort });
      expect(view).toMatchObject({ lacking: [], of: null, period: null, vendors: [] });
      expect(cellsOf(view, 'day')).toEqual([]);
    }
  });

  it('says first what contracts lack, until it is given', async () => {
    const session = await testSession();
    await declare(session, declared);
    const lacking = async () => (await inputsPage(session, { sort: 'scores' })).lacking.map(({ text }) => say(text));
    expect(await lacking()).toEqual([]);
    const calls = ['2026-02-02', '2026-03-02', '2026-03-03'].map((on) => ({
      call_id: on,
      started_at: `${on} 09:00`,
      talk_s: 60,
    }));
    await importLog(session, callLog(calls));
    expect(await lacking()).toEqual([
      'Vendor norte is paid by the logged hour and has no hours for Feb 2026 and Mar 2026: charges and margins are not known.',
    ]);
    await recordInput(session, 'hours', { vendor: 'norte', date: '2026-02-02', logged_hours: '8' });
    await recordInput(session, 'hours', { vendor: 'norte', date: '2026-03-02', logged_hours: '8' });
    expect(await lacking()).toEqual([
      'Vendor norte is paid by the logged hour, and 1 day with calls in Mar 2026 has no hours: charges may be too low.',
    ]);
    await recordInput(session, 'hours', { vendor: 'norte', date: '2026-03-03', logged_hours: '8' });
    expect(await lacking()).toEqual([]);
  });
});
