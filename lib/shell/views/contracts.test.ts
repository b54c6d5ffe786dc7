import { beforeAll, describe, expect, it } from 'vitest';
import { createJob, type Session, settleJob } from '#db';
import { cellText } from '#format';
import { applyDeclaration, changeContract } from '#operations';
import type { Report, Table } from '#reports';
import { callLog, contract, declare, importLog, norte, say, testSession } from '#testing';
import { contractPage } from './contract.ts';
import { contractChange } from './contract-change.ts';
import { contractEditor } from './contract-editor.ts';
import { contractsYaml } from './contract-yaml.ts';
import { contractsPage } from './contracts.ts';

const everyCharge = [
  {
    kind: 'per_call',
    mode: 'graduated',
    tiers: [
      { upTo: 1000, rate: '3.60' },
      { upTo: null, rate: '3.20' },
    ],
  },
  { kind: 'per_minute', rate: '0.60' },
  { kind: 'per_outcome', outcome: 'sale', rate: '4' },
  { kind: 'revenue_share', percent: '12.5' },
  { kind: 'fixed', amount: '5000.00' },
  { kind: 'one_off', amount: '20000', on: '2026-01-15', amortiseMonths: 12 },
  { kind: 'minimum', amount: '50000' },
  { kind: 'cap', amount: '90000' },
  { kind: 'dead_band', calls: 20000, band: '0.10', arc: '2.40', rrc: '1.80' },
  { kind: 'bonus_malus', kpi: 'aht', steps: [{ from: '0', percent: '-5' }], cap: '5', floor: '-10' },
  { kind: 'aht_collar', low: 330, high: 390, perSecond: '0.008' },
  { kind: 'surcharge', rateClass: 'night', percent: '25' },
  { kind: 'indexation', index: 'it_labour', weight: '0.7', cap: '0.04' },
];
const rich = contract('norte', {
  program: 'orders',
  from: '2026-01-01',
  to: '2026-03-01',
  rating: {
    billable: 'offered',
    initialSeconds: 30,
    incrementSeconds: 6,
    excludeRepeatsWithinHours: 24,
    windows: [
      { class: 'night', days: ['mon', 'fri'], from: '22:00', to: '06:00' },
      { class: 'holiday', dates: ['2026-12-25'] },
    ],
  },
  charges: everyCharge,
  vendorCost: { agentHourly: { value: '14', low: '12.5', high: '16' }, occupancy: '0.8' },
  plan: { ahtSeconds: 300 },
});
const upcoming = contract('norte', { program: 'orders', from: '2026-06-01' });

const table = ({ sections }: Report, id: string) => sections.find((own) => own.id === id) as Table;
const written = (own: Table) =>
  own.rows.map(({ cells }) => own.columns.map(({ id }) => (cells[id] ? cellText(cells[id], say) : '')));

let session: Session;
beforeAll(async () => {
  session = await testSession();
  await declare(session, { ...norte, contracts: [rich, upcoming, contract('norte', { from: '2026-05-01' })] });
  const row = (day: string) => ({ call_id: day, started_at: `${day}T10:00:00Z`, talk_s: 60, outcome: 'no_sale' });
  await importLog(session, callLog(['2026-02-27', '2026-03-02', '2026-03-06'].map(row)));
});

describe('the page of contracts', () => {
  it('groups them by program and by where they stand on 1 April 2026, and says first which days have none', async () => {
    const { vendors, report } = await contractsPage(session);
    expect(vendors.map(({ code }) => code)).toEqual(['norte']);
    const standing = vendors[0]!.groups.map(({ program, versions }) => [
      program?.code ?? null,
      ...Object.values(versions).map((own) => own.map(({ from }) => from)),
    ]);
    expect(standing).toEqual([
      [null, [], ['2026-05-01'], []],
      ['orders', [], ['2026-06-01'], ['2026-01-01']],
    ]);
    expect(written(table(report, 'gaps'))).toEqual([['Vendor norte', 'Program orders', '2 – 6 Mar 2026', '2']]);
  });
});

describe('contracts as YAML', () => {
  it('read back by `apply` change nothing: every charge, windows, dates, assumptions and plan', async () => {
    const text = await contractsYaml(session);
    const { changes, days } = await applyDeclaration(session, { text: text ?? '', fileName: 'contracts.yaml' });
    expect(changes.map(({ change }) => change)).toEqual(['unchanged', 'unchanged', 'unchanged']);
    expect(days).toBe(0);
    expect(await contractsYaml(session)).toBe(text);
  });

  it('put an empty product in the same state', async () => {
    const other = await testSession();
    await declare(other, { ...norte, contracts: [] });
    const text = (await contractsYaml(session)) ?? '';
    await applyDeclaration(other, { text, fileName: 'contracts.yaml' });
    expect(await contractsYaml(other)).toBe(text);
  });

  it('are of one contract where one is asked for, and of none where it is not there', async () => {
    const { vendors } = await contractsPage(session);
    const id = vendors[0]!.groups[1]!.versions.past[0]!.id;
    expect(await contractsYaml(session, id)).toMatch(/^contracts:\n {2}- vendor: norte\n/);
    expect((await contractsYaml(session, id))?.match(/- vendor/g)).toHaveLength(1);
    expect(await contractsYaml(session, '999')).toBeNull();
  });
});

describe('the page of one contract', () => {
  it('has its versions, its history with who and why, and what differs from another', async () => {
    const other = await testSession();
    await declare(other, norte);
    const terms = contract('norte', {
      program: 'orders',
      from: '2026-03-01',
      charges: [{ kind: 'per_call', rate: '4' }],
    });
    const { versions } = await changeContract(other, { terms, note: 'agreed in Madrid' });
    const first = (await contractPage(other, '1'))!;
    const second = first.versions.at(-1)!.version.id;
    expect(versions).toContain(second);
    const view = (await contractPage(other, second, '1'))!;
    expect(view.versions.map(({ standing }) => standing)).toEqual(['past', 'in_force']);
    expect(written(table(view.report, 'difference'))).toEqual([
      ['In force from', '1 Jan 2026', '1 Mar 2026'],
      ['Ends on', '1 Mar 2026', 'no end'],
      ['Price per call', '3.60 EUR per handled call', '4.00 EUR per handled call'],
    ]);
    const { rows } = table(view.report, 'history');
    const history = rows.map(({ cells, reason }) => [cells.note && cellText(cells.note, say), say(reason!)]);
    expect(history).toEqual([
      [
        'agreed in Madrid',
        'New terms from 1 Mar 2026: Price per call: 3.60 EUR per handled call, then 4.00 EUR per handled call',
      ],
      ['agreed in Madrid', 'Ended by newer terms: Ends on: no end, then 1 Mar 2026'],
      [undefined, expect.stringMatching(/^New, from 1 Jan 2026: 3\.60 EUR per handled call/)],
    ]);
    expect(await contractPage(other, '999')).toBeNull();
  });
});

describe('the editor', () => {
  it('starts at the first of next month while the contract holds then, and else at its own first day', async () => {
    const { vendors } = await contractsPage(session);
    const [all, orders] = vendors[0]!.groups;
    const from = async (id: string) => (await contractEditor(session, { id }))?.from;
    // It is 1 April 2026.
    expect(await from(orders!.versions.past[0]!.id)).toBe('2026-01-01');
    expect(await from(all!.versions.upcoming[0]!.id)).toBe('2026-05-01');
    const other = await testSession();
    await declare(other, norte);
    expect((await contractEditor(other, { id: '1' }))?.from).toBe('2026-05-01');
  });

  it('starts a new contract with what is known of its vendor and program', async () => {
    const view = await contractEditor(session, { id: null, vendor: 'norte', program: 'orders', from: '2026-03-02' });
    expect(view).toMatchObject({
      version: null,
      start: { vendor: 'norte', program: 'orders', currency: 'EUR', timezone: 'Europe/Madrid' },
      from: '2026-03-02',
      lastDay: '2026-03-06',
    });
    expect(await contractEditor(session, { id: '999' })).toBeNull();
  });
});

describe('a change of a contract', () => {
  const job = '00000000-0000-4000-8000-000000000001';
  const terms = contract('norte', {
    program: 'orders',
    from: '2026-03-01',
    charges: [{ kind: 'per_call', rate: '4' }],
  });

  async function changed(over: object): Promise<Report | null> {
    const other = await testSession();
    await declare(other, norte);
    const row = (day: string) => ({ call_id: day, started_at: `${day}T10:00:00Z`, talk_s: 60, outcome: 'no_sale' });
    await importLog(other, callLog(['2026-02-27', '2026-03-02', '2026-03-06'].map(row)));
    const input = { terms: { ...terms, ...over } };
    await createJob(other.database, { id: job, kind: 'recompute', input, actor: 'local', createdAt: other.now() });
    expect(await contractChange(other, job)).toEqual({ job, contract: null, report: null });
    const result = await changeContract(other, input);
    await settleJob(other.database.sql, job, { status: 'done', result, at: other.now() });
    const view = await contractChange(other, job);
    expect((await contractPage(other, view!.contract!))?.version.from).toBe(input.terms.from);
    return view!.report;
  }

  it('says what moved, from its first day only', async () => {
    const report = await changed({});
    expect(report?.headline.map((text) => say(text))).toEqual([
      'The terms of Vendor norte, Program orders, are in force from 1 Mar 2026.',
      'The figures of 1 month moved; only prices changed, so no call was rated anew.',
    ]);
    // Two calls of March: 2 x 3.60 = 7.20, then 2 x 4 = 8; one minute each either way.
    expect(written(table(report!, 'moved'))).toEqual([
      ['Mar 2026', '7.20 EUR', '8.00 EUR', '3.60 EUR', '4.00 EUR', '2', '2', '120 s', '120 s'],
    ]);
  });

  it('says so where it touches no day that is past', async () => {
    const report = await changed({ from: '2026-06-01' });
    expect(report?.headline.map((text) => say(text)).at(-1)).toBe('They touch no day that is past: nothing moved.');
    expect(report?.sections).toEqual([]);
  });

  it('that nobody asked for is not there', async () => {
    expect(await contractChange(session, job)).toBeNull();
  });
});
