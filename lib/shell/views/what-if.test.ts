import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatMicros, parseMicros } from '#money';
import { statementTotals } from '#pricing';
import { callLog, contract, declare, importLog, program, runCli, testSession, vendor } from '#testing';
import { type Day, parseMonth, period } from '#time';
import { economicsView } from './economics.ts';
import { statementView } from './statement.ts';
import { whatIfView } from './what-if.ts';
import { modelsView } from './what-if-models.ts';

const session = await testSession();
const march = period('2026-03-01' as Day, '2026-04-01' as Day);
const folder = mkdtempSync(join(tmpdir(), 'breakeven-whatif-'));
afterAll(() => rmSync(folder, { recursive: true }));

const vendorCost = { agentHourly: '14.00', load: '1.35', occupancy: '0.80', shrinkage: '0.30', targetMargin: '0.10' };
const terms = contract('norte', {
  program: 'orders',
  charges: [
    { kind: 'per_minute', rate: '0.60' },
    { kind: 'minimum', amount: '900.00' },
  ],
  rating: { basis: 'connected', initialSeconds: 30, incrementSeconds: 6 },
  vendorCost,
  plan: { ahtSeconds: 300, conversion: 0.1 },
});

/** 200 calls through March, day and night, of 60 to 458 s of talk and 40 s of wrap; each tenth a sale of 120.00. */
const log = callLog(
  Array.from({ length: 200 }, (_, index) => ({
    call_id: `c-${index}`,
    started_at: `2026-03-${String(1 + (index % 31)).padStart(2, '0')}T${String(index % 24).padStart(2, '0')}:17:00+01:00`,
    talk_s: 60 + index * 2,
    wrap_s: 40,
    outcome: index % 10 === 0 ? 'sale' : 'no_sale',
    revenue: index % 10 === 0 ? '120.00' : '',
  })),
);

beforeAll(async () => {
  const programs = [program('orders', { grossMargin: '0.5', otherCostPerCall: '0.40' })];
  await declare(session, { vendors: [vendor('norte')], programs, contracts: [terms] });
  await importLog(session, log);
});

async function asked(over: unknown, programCode?: string) {
  const answer = await whatIfView(session, { vendor: 'norte', period: march, program: programCode, terms: over });
  if (!answer || 'issues' in answer) throw new Error(JSON.stringify(answer));
  return answer;
}

const economicsOf = async () =>
  (await economicsView(session, { period: march, by: ['vendor'], vendor: 'norte' })).rows[0];

describe('what if', () => {
  it('shows today as the pages of economics and statements do, to the cent', async () => {
    const { current } = await asked(null);
    const own = await economicsOf();
    expect({ ...current.economics, p50Handle: null, p90Handle: null }).toEqual({
      ...own,
      p50Handle: null,
      p90Handle: null,
    });
    const statement = await statementView(session, { vendor: 'norte', month: parseMonth('2026-03') });
    const plain = (statements: typeof current.statements) =>
      statements.flatMap(({ lines }) => lines.map(({ id, quantity, rate, amount }) => [id, quantity, rate, amount]));
    expect(plain(current.statements)).toEqual(plain(statement?.statements ?? []));
    expect(statementTotals(current.statements[0]!).effective).toBe(current.economics.money.charges);
  });

  it('proposes no change where nothing is said, and leaves out what is not', async () => {
    const { current, proposed } = await asked(null, 'orders');
    expect(proposed.economics).toEqual(current.economics);
    const cheaper = await asked({ charges: [{ kind: 'per_call', rate: '2.00' }] });
    // 200 x 2.00; wages as they are assumed today
    expect(cheaper.proposed.economics.money.charges).toBe(parseMicros('400'));
    expect(cheaper.proposed.economics.perCall.vendorCost).toEqual(current.economics.perCall.vendorCost);
  });

  it('rates the calls anew where the terms rate otherwise, and comes to what such a contract comes to', async () => {
    const other = {
      charges: [
        { kind: 'per_minute', rate: '0.55' },
        { kind: 'surcharge', rateClass: 'night', percent: '25' },
      ],
      rating: {
        basis: 'handle',
        initialSeconds: 60,
        incrementSeconds: 60,
        excludeShorterThanSeconds: 120,
        windows: [{ class: 'night', from: '22:00', to: '06:00' }],
      },
    };
    const { current, proposed } = await asked(other);
    expect(proposed.economics.counts.billed).toBeLessThan(current.economics.counts.billed);
    await declare(session, { contracts: [{ ...terms, ...other }] });
    const applied = await economicsOf();
    await declare(session, { contracts: [terms] });
    expect(proposed.economics.money).toEqual(applied?.money);
    expect(proposed.economics.seconds.billed).toBe(applied?.seconds.billed);
    expect(proposed.economics.perCall).toEqual(applied?.perCall);
    expect((await asked(null)).current.economics).toEqual(current.economics);
  });

  it('names what is wrong with terms, and knows no vendor that is not declared', async () => {
    const query = { vendor: 'norte', period: march };
    const wrong = { charges: [{ kind: 'per_call', rate: '-1' }] };
    expect(await whatIfView(session, { ...query, terms: wrong })).toEqual({
      issues: [{ path: 'charges[0].rate', message: 'an amount or rate cannot be negative' }],
    });
    expect(await whatIfView(session, { ...query, terms: [1] })).toMatchObject({ issues: [{ path: '' }] });
    expect(await whatIfView(session, { ...query, vendor: 'nobody', terms: null })).toBeNull();
  });
});

describe('on the command line', () => {
  const file = (name: string, content: string) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const days = ['--vendor', 'norte', '--from', '2026-03-01', '--to', '2026-04-01'];

  it('answers with both sides, each a row of economics with its statement', async () => {
    const path = file(
      'flat.yaml',
      'charges:\n  - { kind: per_call, rate: "3.80" }\n  - { kind: fixed, amount: 100 }\n',
    );
    const { status, out } = await runCli(session, ['whatif', ...days, '--contract', path, '--json']);
    expect(status).toBe(0);
    const { current, proposed, ...rest } = JSON.parse(out);
    expect(rest).toEqual({});
    const { economics } = (await asked(null)).current;
    expect(current.money.charges).toBe(formatMicros(economics.money.charges!, 2));
    expect(current.statement).toMatchObject({ months: ['2026-03'], currency: 'EUR', billed: current.money.charges });
    // 200 x 3.80 + 100.00
    expect(proposed).toMatchObject({ key: { vendor: 'norte' }, money: { charges: '860.00' }, perCall: { cost: 4.3 } });
    expect(
      proposed.statement.lines.map((line: { charge: string; amount: string }) => [line.charge, line.amount]),
    ).toEqual([
      ['per_call', '760.00'],
      ['fixed', '100.00'],
    ]);
    expect(proposed.p50Handle).toBe(current.p50Handle);
  });

  it('reads the one contract of a declaration file, and is readable', async () => {
    const path = file(
      'whole.yaml',
      JSON.stringify({ contracts: [{ ...terms, charges: [{ kind: 'per_call', rate: '2' }] }] }),
    );
    const { status, out } = await runCli(session, ['whatif', ...days, '--contract', path]);
    expect(status).toBe(0);
    expect(out).toContain('would have cost 2.00 EUR');
    expect(out).toContain('Charges by line');
  });

  it('refuses what is no contract, with the path and status 2', async () => {
    const path = file('bad.yaml', 'charges: [{ kind: per_cal, rate: "3.80" }]\n');
    const { status, err, out } = await runCli(session, ['whatif', ...days, '--contract', path]);
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain('charges[0]');
    expect((await runCli(session, ['whatif', ...days, '--contract', file('no.yaml', 'a: [')])).status).toBe(2);
    expect((await runCli(session, ['whatif', ...days, '--contract', join(folder, 'none.yaml')])).status).toBe(2);
  });

  it('compares models, all equal at the plan', async () => {
    const view = await modelsView(session, { vendor: 'norte', period: march, price: parseMicros('3.60') });
    if (!view || 'lacks' in view) throw new Error('nothing to compare');
    // 300 s, 10% and 12.00 of revenue a call (20 sales of 120.00 in 200 calls)
    expect(view.plan).toEqual({ ahtSeconds: 300, conversion: 0.1, revenuePerCall: 12 });
    expect(view.models.map((own) => 'rate' in own && own.rate)).toEqual([
      '3.6',
      '0.72',
      '0.72',
      '43.2',
      '34.56',
      '36',
      '30',
    ]);
    const { status, out } = await runCli(session, ['compare', ...days, '--price', '3.60', '--json']);
    expect(status).toBe(0);
    const { models, price } = JSON.parse(out);
    expect(price).toBe('3.600000');
    // 43.20 an hour: handle time is 40 + 60 to 458, in the mean 299 s: 43.2 x 299 / 3600 = 3.588
    const byHour = models.find(({ model }: { model: string }) => model === 'per_handle_hour');
    expect(byHour.perCall.cost).toBeCloseTo(3.588, 4);
    expect(models.find(({ model }: { model: string }) => model === 'per_sale').perCall.cost).toBeCloseTo(3.6, 10);
  });
});
