import { describe, expect, it } from 'vitest';
import { type Contract, parseContract } from '#contracts';
import { cellText, type Messages, translator } from '#format';
import type { Day } from '#time';
import english from '../../../messages/en.json' with { type: 'json' };
import { contractsReport } from './contract-report.ts';
import { differenceTable, differenceTexts } from './contract-report-diff.ts';
import { contractReport } from './contract-report-one.ts';
import type { Table } from './report.ts';

const faults: string[] = [];
const say = translator(english as Messages, 'en', (fault) => faults.push(fault.message));

function terms(over: object = {}): Contract {
  const read = parseContract({
    vendor: 'norte',
    program: 'orders',
    from: '2026-01-01',
    currency: 'EUR',
    timezone: 'Europe/Rome',
    charges: [{ kind: 'per_call', rate: '3.60' }],
    ...over,
  });
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return read.contract;
}
const names = {
  vendors: [{ code: 'norte', name: 'Norte Contact', color: 2 }],
  programs: [{ code: 'orders', name: 'Order line' }],
};
const written = (table: Table) =>
  table.rows.map(({ cells }) => table.columns.map(({ id }) => (cells[id] ? cellText(cells[id], say) : '')).join(' | '));

describe('what differs between two contracts, in words', () => {
  const before = terms({ vendorCost: { agentHourly: '14', occupancy: '0.8' } });
  const after = terms({
    from: '2026-03-01',
    to: '2027-01-01',
    rating: { initialSeconds: 60, windows: [{ class: 'night', days: ['sat'], from: '22:00', to: '06:00' }] },
    charges: [
      { kind: 'per_call', rate: '3.90' },
      { kind: 'surcharge', rateClass: 'night', percent: '25' },
    ],
    vendorCost: { agentHourly: { value: '15', low: '14', high: '16' }, occupancy: '0.85' },
  });

  it('is a row a term: what it was, what it became', () => {
    expect(written(differenceTable(before, after))).toEqual([
      'In force from | 1 Jan 2026 | 1 Mar 2026',
      'Ends on | no end | 1 Jan 2027',
      'Minimum time of a call | 0 s | 60 s',
      'Assumed wage an hour | 14.00 EUR | 15.00 EUR',
      'Assumed wage, at most | 14.00 EUR | 16.00 EUR',
      'Occupancy | 80% | 85%',
      'Rate class night | – | Saturday, 22:00 to 06:00',
      'Price per call | 3.60 EUR per handled call | 3.90 EUR per handled call',
      'Surcharge | – | 25% on top for night calls',
    ]);
  });

  it('is a clause a term in the history', () => {
    const clauses = differenceTexts(before, after).map((text) => say(text));
    expect(clauses[0]).toBe('In force from: 1 Jan 2026, then 1 Mar 2026');
    expect(clauses.at(-1)).toBe('Surcharge: 25% on top for night calls (new)');
    expect(say(differenceTexts(after, before).at(-1) ?? { key: '' })).toBe(
      'Surcharge: 25% on top for night calls (gone)',
    );
  });
});

describe('the list of contracts', () => {
  const contracts = [{ version: { id: '7', ...terms() }, standing: 'in_force' as const }];
  const gap = { vendor: 'norte', program: 'orders', from: '2025-12-01' as Day, to: '2025-12-03' as Day, calls: 41 };
  const input = { ...names, today: '2026-03-15' as Day, currency: 'EUR', contracts, gaps: [gap] };

  it('says first which calls have none', () => {
    const { headline, sections } = contractsReport(input);
    expect(headline.map((text) => say(text))).toEqual([
      '41 calls of Norte Contact have no contract in force and so no price.',
    ]);
    expect(sections.map(({ id }) => id)).toEqual(['gaps', 'contracts']);
    expect(written(sections[0] as Table)).toEqual(['Norte Contact | Order line | 1 – 2 Dec 2025 | 41']);
    expect((sections[0] as Table).rows[0]?.href).toBe('/contracts/new?vendor=norte&program=orders&from=2025-12-01');
  });

  it('has every version as its sentence', () => {
    const { headline, sections } = contractsReport({ ...input, gaps: [] });
    expect(headline.map((text) => say(text))).toEqual(['Every call has a contract in force.']);
    expect(written(sections[0] as Table)).toEqual([
      'Norte Contact | Order line | In force | 1 Jan 2026 | no end | 3.60 EUR per handled call; talk time; since 1 Jan 2026. | 7',
    ]);
  });
});

describe('one contract', () => {
  const first = { id: '1', ...terms({ to: '2026-03-01' }) };
  const second = { id: '2', ...terms({ from: '2026-03-01', charges: [{ kind: 'per_call', rate: '4' }] }) };
  const report = contractReport({
    ...names,
    version: second,
    today: '2026-04-01' as Day,
    versions: [
      { version: first, standing: 'past' },
      { version: second, standing: 'in_force' },
    ],
    history: [
      {
        id: '9',
        action: 'ended',
        before: terms(),
        after: first,
        actor: 'local',
        at: Date.UTC(2026, 1, 20, 9, 30),
        note: 'agreed in Madrid',
      },
      {
        id: '10',
        action: 'created',
        before: null,
        after: terms({ from: '2026-03-01', charges: [{ kind: 'per_call', rate: '4' }] }),
        actor: 'local',
        at: Date.UTC(2026, 1, 20, 9, 30),
        note: 'agreed in Madrid',
      },
      {
        id: '8',
        action: 'created',
        before: null,
        after: terms(),
        actor: 'local',
        at: Date.UTC(2025, 11, 1),
        note: null,
      },
    ],
    against: first,
  });
  const rows = (id: string) => written(report.sections.find((section) => section.id === id) as Table);

  it('compares with an earlier version forwards in time', () => {
    expect(rows('difference')).toEqual([
      'In force from | 1 Jan 2026 | 1 Mar 2026',
      'Ends on | 1 Mar 2026 | no end',
      'Price per call | 3.60 EUR per handled call | 4.00 EUR per handled call',
    ]);
  });

  it('tells who changed what, when and why', () => {
    const history = report.sections.find(({ id }) => id === 'history') as Table;
    expect(written(history)).toEqual([
      '20 Feb 2026, 10:30 | local | agreed in Madrid',
      '20 Feb 2026, 10:30 | local | agreed in Madrid',
      '1 Dec 2025, 01:00 | local | ',
    ]);
    expect(history.rows.map(({ reason }) => say(reason ?? { key: '' }))).toEqual([
      'Ended by newer terms: Ends on: no end, then 1 Mar 2026',
      'New terms from 1 Mar 2026: Price per call: 3.60 EUR per handled call, then 4.00 EUR per handled call',
      'New, from 1 Jan 2026: 3.60 EUR per handled call; talk time; since 1 Jan 2026.',
    ]);
  });

  it('lists the versions beside it, each of which opens but itself', () => {
    const table = report.sections.find(({ id }) => id === 'versions') as Table;
    expect(table.rows.map(({ href }) => href)).toEqual(['/contracts/1', undefined]);
    expect(faults).toEqual([]);
  });
});
