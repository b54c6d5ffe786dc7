import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { type Cell, cellText, cellValue, figureText, translator } from '#format';
import type { Report, Table } from '#reports';
import en from '../../../messages/en.json' with { type: 'json' };
import { reportCsv } from './report-csv.ts';

const say = translator(en, 'en', (fault) => {
  throw fault;
});
const money = { key: 'units.money', values: { currency: 'EUR' } };

const vendors: Table = {
  kind: 'table',
  id: 'vendors',
  title: { key: 'overview.vendors' },
  columns: [
    { id: 'vendor', label: { key: 'columns.vendor' }, align: 'start' },
    { id: 'cost', label: { key: 'columns.cost' }, unit: money, align: 'end' },
    { id: 'margin', label: { key: 'columns.margin' }, unit: money, align: 'end', interval: true },
    { id: 'state', label: { key: 'columns.state' }, align: 'start' },
  ],
  rows: [
    {
      id: 'norte',
      cells: {
        vendor: { kind: 'text', text: '=1+1, "Norte"' },
        cost: { kind: 'perCall', value: 3.60512, currency: 'EUR' },
        margin: {
          kind: 'perCall',
          value: -0.4449,
          currency: 'EUR',
          signed: true,
          interval: { lower: -0.6, upper: null },
        },
        state: { kind: 'state', state: 'failing' },
      },
      reason: {
        key: 'reasons.runs_over_plan',
        values: { aht: { kind: 'seconds', value: 432 }, plan: { kind: 'seconds', value: 300 } },
      },
    },
    {
      id: 'lumina',
      cells: {
        vendor: { kind: 'text', text: 'Lumina\nsécondo' },
        cost: { kind: 'unknown', why: { key: 'gaps.no_contract' } },
        margin: { kind: 'unknown' },
        state: { kind: 'state', state: 'not_enough_evidence' },
      },
    },
  ],
  total: {
    id: 'total',
    cells: {
      vendor: { kind: 'say', text: { key: 'overview.total' } },
      cost: { kind: 'perCall', value: 3.6, currency: 'EUR' },
    },
  },
  notes: [],
};
const report: Report = {
  id: 'overview',
  title: { key: 'overview.title' },
  period: { from: '2026-07-01', to: '2026-10-01' },
  currency: 'EUR',
  headline: [],
  notes: [],
  sections: [vendors],
};

describe('a report as CSV', () => {
  it('is one clean table: heads with units, exact values, the ends of intervals, reasons, the total', () => {
    expect(reportCsv(report, say)).toBe(
      [
        '\ufeffVendor,Cost per call (EUR),Margin per call (EUR),"Margin per call, lower end (EUR)","Margin per call, upper end (EUR)",State,Reason',
        '"\'=1+1, ""Norte""",3.60512,-0.4449,-0.6,,failing,Calls take 432 s; 300 s was planned when the price was agreed.',
        '"Lumina\nsécondo",,,,,not_enough_evidence,',
        'Total,3.6,,,,,',
        '',
      ].join('\r\n'),
    );
  });

  it('sets several tables apart, each under its title', () => {
    const other: Table = { ...vendors, id: 'other', columns: vendors.columns.slice(0, 1), rows: [], notes: [] };
    const both = {
      ...report,
      sections: [
        { ...other, total: vendors.total! },
        { ...other, id: 'third' },
      ],
    };
    expect(reportCsv(both, say, { bom: false })).toBe(
      'Vendors and programs\r\nVendor\r\nTotal\r\n\r\nVendors and programs\r\nVendor\r\nTotal\r\n',
    );
  });

  it('gives a spreadsheet no formula, and the words back to a parser', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 5 }), (texts) => {
        const rows = texts.map((text, id) => ({ id: `${id}`, cells: { vendor: { kind: 'text', text } as const } }));
        const { total: _, ...open } = vendors;
        const table: Table = { ...open, columns: vendors.columns.slice(0, 1), rows };
        const csv = reportCsv({ ...report, sections: [table] }, say, { bom: false });
        const parsed = Papa.parse<string[]>(csv.slice(0, -2), { newline: '\r\n', delimiter: ',' })
          .data.slice(1)
          .map(([field]) => field);
        for (const field of parsed) expect(field).not.toMatch(/^[=+\-@\t\r\n]/);
        expect(parsed.map((field) => field?.replace(/^'(?=[=+\-@\t\r\n])/, ''))).toEqual(
          texts.map((text) => text.replace(/^'(?=[=+\-@\t\r\n])/, '')),
        );
      }),
    );
  });
});

/** The digits of a written English number. */
const numeric = (text: string) => Number(text.replace(/[,+%]|[A-Z]{3}|s$/g, '').trim());

const amountText = fc
  .tuple(fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }), fc.integer({ min: 0, max: 99 }))
  .map(([whole, cents]) => `${whole}.${String(cents).padStart(2, '0')}`);
const value = fc.double({ min: -1e9, max: 1e9, noNaN: true });
const figureCell: fc.Arbitrary<Cell> = fc.oneof(
  amountText.map((amount): Cell => ({ kind: 'amount', amount, currency: 'EUR' })),
  value.map((own): Cell => ({ kind: 'perCall', value: own, currency: 'EUR', signed: true })),
  value.map((own): Cell => ({ kind: 'seconds', value: own })),
  fc.double({ min: -10, max: 10, noNaN: true }).map((own): Cell => ({ kind: 'share', value: own })),
  fc.integer().map((own): Cell => ({ kind: 'count', value: own })),
  value.map((own): Cell => ({ kind: 'number', value: own, digits: 3 })),
  amountText.map((quantity): Cell => ({ kind: 'quantity', quantity })),
  amountText.map((rate): Cell => ({ kind: 'rate', rate, unit: '%' })),
);

describe('page and file', () => {
  it('agree on every figure, once the file is rounded as the page is', () => {
    fc.assert(
      fc.property(figureCell, (cell) => {
        const shown = figureText(cell, say);
        const digits = /\.(\d+)/.exec(shown)?.[1]?.length ?? 0;
        const stored = Number(cellValue(cell, say));
        const half = 0.5 * 10 ** -digits + Math.abs(stored) * 1e-12;
        expect(Math.abs(numeric(shown) - stored)).toBeLessThanOrEqual(half);
        expect(numeric(cellText(cell, say))).toBe(numeric(shown));
      }),
      { numRuns: 2000 },
    );
  });

  it('agree on what is not known', () => {
    const cell: Cell = { kind: 'unknown' };
    expect([figureText(cell, say), cellValue(cell, say)]).toEqual(['–', '']);
  });
});
