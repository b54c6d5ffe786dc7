import { describe, expect, it } from 'vitest';
import { cellText } from '#format';
import { parseMicros } from '#money';
import type { Line, Statement } from '#pricing';
import { parseMonth } from '#time';
import { english, names } from './report.fixture.ts';
import type { Table } from './report.ts';
import { statementReport } from './statement-report.ts';

const base = { contractId: 'c1', charge: 'per_call', detail: {}, class: 'variable', weight: null } as const;
const billed: Omit<Line, 'effective'>[] = [
  // 1,000 x 3.60 and 4,250 x 3.20
  {
    ...base,
    id: 'c1.0.1',
    quantity: '1000',
    rate: '3.60',
    amount: parseMicros('3600'),
    detail: { tier: { mode: 'graduated', from: 0, to: 1000 } },
  },
  {
    ...base,
    id: 'c1.0.2',
    quantity: '4250',
    rate: '3.20',
    amount: parseMicros('13600'),
    detail: { tier: { mode: 'graduated', from: 1000, to: null }, rateClass: 'night' },
  },
  // 12.5% of 8,000.40 = 1,000.05
  { ...base, id: 'c1.1', charge: 'revenue_share', quantity: '8000.40', rate: '12.5', amount: parseMicros('1000.05') },
  // 6,000 a month for 12 of 31 days = 2,322.58
  {
    ...base,
    id: 'c1.2',
    charge: 'fixed',
    class: 'fixed',
    quantity: '0.387096',
    rate: '6000.00',
    amount: parseMicros('2322.58'),
    detail: { days: { inForce: 12, ofMonth: 31 } },
  },
];
const lines = billed.map((line) => ({ ...line, effective: line.amount }));
const month = parseMonth('2026-03');
const statement: Statement = { contractId: 'c1', month, currency: 'EUR', lines, missing: [] };
const input = { ...names, vendor: 'norte', month, currency: 'EUR', contracts: [] };
const tableOf = (statements: Statement[]) => statementReport({ ...input, statements }).sections[0] as Table;
const written = (table: Table) =>
  [...table.rows, ...(table.total ? [table.total] : [])].map(({ cells }) =>
    table.columns.map(({ id }) => (cells[id] ? cellText(cells[id], english) : '')).join(' | '),
  );

describe('a statement', () => {
  it('explains every line and sums them exactly', () => {
    // 3,600 + 13,600 + 1,000.05 + 2,322.58 = 20,522.63
    expect(written(tableOf([statement]))).toEqual([
      'Calls, 1 to 1,000 | 1,000 | calls | 3.60 EUR | EUR | 3,600.00 EUR',
      'Calls, above 1,000, rate class night | 4,250 | calls | 3.20 EUR | EUR | 13,600 EUR',
      'Share of revenue | 8,000.4 | EUR | 12.5% | EUR | 1,000.05 EUR',
      'Monthly amount, 12 of 31 days | 0.39 | months | 6,000.00 EUR | EUR | 2,322.58 EUR',
      'Total |  |  |  | EUR | 20,523 EUR',
    ]);
    expect(tableOf([statement]).total?.cells.amount).toEqual({ kind: 'amount', amount: '20522.63', currency: 'EUR' });
  });

  it('adds up no two currencies', () => {
    const table = tableOf([statement, { ...statement, contractId: 'c2', currency: 'USD' }]);
    expect(table.total).toBeUndefined();
    expect(table.rows).toHaveLength(8);
    expect(table.columns.find(({ id }) => id === 'amount')?.unit).toBeUndefined();
  });

  it('says where no contract was in force', () => {
    const report = statementReport({ ...input, statements: [] });
    expect(report.headline.map(english)).toEqual(['No contract of Norte Contact was in force in Mar 2026.']);
  });
});
