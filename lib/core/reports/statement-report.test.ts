import { describe, expect, it } from 'vitest';
import { contract } from '#contracts';
import { cellText } from '#format';
import { parseMicros } from '#money';
import type { Line } from '#pricing';
import { parseMonth } from '#time';
import { english, names } from './report.fixture.ts';
import type { Table } from './report.ts';
import { statementReport } from './statement-report.ts';
import type { CountedStatement } from './statement-totals.ts';

const terms = {
  vendor: 'norte',
  from: '2026-03-01',
  currency: 'EUR',
  timezone: 'Europe/Madrid',
  charges: [{ kind: 'per_call', rate: '3.60' }],
};
const contracts = [
  { ...contract.parse(terms), id: 'c1' },
  { ...contract.parse({ ...terms, from: '2026-03-11', program: 'orders', currency: 'USD' }), id: 'c2' },
];
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
const statement = { contractId: 'c1', month, currency: 'EUR', lines, missing: [], handled: 5250 };
const input = { ...names, vendor: 'norte', month, currency: 'EUR', contracts };
const reportOf = (...statements: CountedStatement[]) => statementReport({ ...input, statements });
const tableOf = (...statements: CountedStatement[]) => reportOf(...statements).sections[0] as Table;
const written = (table: Table) =>
  [...table.rows, ...(table.total ? [table.total] : [])].map(({ cells }) =>
    table.columns.map(({ id }) => (cells[id] ? cellText(cells[id], english) : '')).join(' | '),
  );

describe('a statement', () => {
  it('explains every line and sums them exactly', () => {
    // 3,600 + 13,600 + 1,000.05 + 2,322.58 = 20,522.63
    const table = tableOf(statement);
    expect(written(table)).toEqual([
      'Calls, 1 to 1,000 | 1,000 | calls | 3.60 EUR | 3,600.00 EUR',
      'Calls, above 1,000, rate class night | 4,250 | calls | 3.20 EUR | 13,600.00 EUR',
      'Share of revenue | 8,000.4 | EUR | 12.5% | 1,000.05 EUR',
      'Monthly amount, 12 of 31 days | 0.39 | months | 6,000.00 EUR | 2,322.58 EUR',
      'Total |  |  |  | 20,522.63 EUR',
    ]);
    expect(table.total?.cells.amount).toEqual({ kind: 'amount', amount: '20522.63', currency: 'EUR', whole: true });
    expect(table.rows.map(({ reason }) => reason && english(reason))).toEqual([
      "Handled calls. The part of the month's total that falls into this band.",
      "Handled calls. The part of the month's total that falls into this band.",
      "Net revenue of the month's calls in EUR, refunds taken off, foreign revenue at the rate of its day.",
      "Agreed by the month, whatever the calls. The contract was in force on 12 of the month's 31 days.",
    ]);
  });

  it('says what the invoice should come to, and a call', () => {
    // 20,522.63 / 5,250 = 3.909...
    expect(reportOf(statement).headline.map(english)).toEqual([
      'Norte Contact should bill 20,522.63 EUR for Mar 2026.',
      'That is 3.91 EUR for each of 5,250 handled calls.',
    ]);
  });

  it('shows what a month costs beside what is billed where one-off amounts are spread', () => {
    // 12,000 over 12 months: billed whole in March, 1,000 of it effective
    const setUp = {
      ...base,
      id: 'c1.3',
      charge: 'one_off',
      class: 'fixed',
      quantity: '1',
      rate: '12000',
      amount: parseMicros('12000'),
      effective: parseMicros('1000'),
      detail: { amortised: { month: 1, of: 12 } },
    } as const;
    const report = reportOf({ ...statement, lines: [lines[0]!, setUp], handled: 1000 });
    expect(written(report.sections[0] as Table)).toEqual([
      'Calls, 1 to 1,000 | 1,000 | calls | 3.60 EUR | 3,600.00 EUR | 3,600.00 EUR',
      'One-off amount, month 1 of 12 | 1 | amount | 12,000.00 EUR | 12,000.00 EUR | 1,000.00 EUR',
      'Total |  |  |  | 15,600.00 EUR | 4,600.00 EUR',
    ]);
    expect((report.sections[0] as Table).columns.slice(-2).map(({ label }) => english(label))).toEqual([
      'Billed',
      'Effective',
    ]);
    expect(report.headline.map(english)).toEqual([
      'Norte Contact should bill 15,600.00 EUR for Mar 2026.',
      'With one-off amounts spread over the months that they serve, the month costs 4,600.00 EUR.',
      'That is 4.60 EUR for each of 1,000 handled calls.',
    ]);
  });

  it('says first what a charge lacks, and has no total', () => {
    const charges = [
      { kind: 'per_hour', basis: 'logged', rate: '28.80' },
      { kind: 'minimum', amount: '50000' },
    ];
    const report = statementReport({
      ...input,
      contracts: [{ ...contract.parse({ ...terms, charges }), id: 'c1' }],
      statements: [
        {
          ...statement,
          lines: [lines[3]!],
          missing: [
            { place: 0, charge: 'per_hour', input: 'logged_hours' },
            { place: 1, charge: 'minimum', input: 'variable_lines' },
          ],
        },
      ],
    });
    expect(report.headline.map(english)).toEqual([
      'Mar 2026 has no total yet: a charge of Norte Contact lacks what it is computed from.',
      "The agents' logged hours of this month are missing: import them.",
    ]);
    const table = report.sections[0] as Table;
    expect(written(table)).toEqual([
      '28.80 EUR per logged hour |  |  |  | –',
      'at least 50,000 EUR a month |  |  |  | –',
      'Monthly amount, 12 of 31 days | 0.39 | months | 6,000.00 EUR | 2,322.58 EUR',
      'Total |  |  |  | –',
    ]);
    expect(table.rows.map(({ href }) => href)).toEqual(['/inputs', undefined, undefined]);
  });

  it('gives each version of a month its own table and adds up no two currencies', () => {
    const report = reportOf(statement, { ...statement, contractId: 'c2', currency: 'USD', lines: [lines[0]!] });
    const tables = report.sections as Table[];
    expect(tables.map(({ id, title }) => [id, english(title)])).toEqual([
      ['statement-1', 'Charges of 1 – 31 Mar 2026, All programs'],
      ['statement-2', 'Charges of 11 – 31 Mar 2026, Order line'],
    ]);
    expect(tables.map((table) => written(table).at(-1))).toEqual([
      'Total |  |  |  | 20,522.63 EUR',
      'Total |  |  |  | 3,600.00 USD',
    ]);
    expect(report.headline.map(english)).toEqual([
      'Norte Contact should bill 20,522.63 EUR and 3,600.00 USD for Mar 2026.',
      'The contract changes on 11 Mar 2026: each version prices its own days, in a table of its own.',
    ]);
  });

  it('says where no contract was in force', () => {
    expect(reportOf().headline.map(english)).toEqual(['No contract of Norte Contact was in force in Mar 2026.']);
  });
});
