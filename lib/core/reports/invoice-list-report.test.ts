import { describe, expect, it } from 'vitest';
import { cellText, cellValue } from '#format';
import type { BillTotals } from '#invoices';
import { micros, parseMicros } from '#money';
import { parseMonth } from '#time';
import { type InvoiceListInput, invoiceListReport, type ListedBill } from './invoice-list-report.ts';
import { english, names } from './report.fixture.ts';
import type { Table, TimeChart } from './report.ts';

type Given = {
  month?: string;
  vendor?: string;
  currency?: string;
  asked: string;
  ours: string | null;
  overbilled: string | null;
};

function listed({ month = '2026-03', vendor = 'norte', currency = 'EUR', asked, ours, overbilled }: Given): ListedBill {
  const read = (text: string | null) => (text === null ? null : parseMicros(text));
  const [billed, own] = [parseMicros(asked), read(ours)];
  const totals: BillTotals = {
    lines: billed,
    asked: billed,
    credited: micros(0),
    ours: own,
    difference: own === null ? null : micros(billed - own),
    overbilled: read(overbilled),
  };
  const head = { vendor, month: parseMonth(month), program: null, currency, number: 'N-1' };
  const bill = { ...head, invoices: [{ ...head, id: 'a', payable: null, lines: [] }] };
  return { bill, totals, handled: 100, href: '/invoices/a' };
}

function report(bills: ListedBill[]) {
  const input: InvoiceListInput = {
    ...names,
    bills,
    from: parseMonth('2026-02'),
    to: parseMonth('2026-04'),
    currency: 'EUR',
  };
  return invoiceListReport(input);
}

const march = listed({ asked: '77338.40', ours: '76838.40', overbilled: '500' });
const april = listed({ month: '2026-04', asked: '70000', ours: '71000', overbilled: '0' });
const lumina = listed({ vendor: 'lumina', asked: '1000', ours: null, overbilled: null });
const dollars = listed({ vendor: 'atlas', currency: 'USD', asked: '900', ours: '800', overbilled: '100' });

describe('the list of invoices', () => {
  it('has a column of its own for each figure', () => {
    const ids = (report([march]).sections[0] as Table).columns.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('says what was asked beyond our statements', () => {
    expect(report([march, april, lumina]).headline.map(english)).toEqual([
      '500.00 EUR of 148,338.40 EUR was asked beyond our statements and not credited; one bill has no statement to hold it against.',
    ]);
    expect(report([april]).headline.map(english)).toEqual([
      'Nothing of 70,000.00 EUR was asked beyond our statements, or it was credited.',
    ]);
    expect(report([]).headline.map(english)).toEqual(['No invoice has been recorded for these months.']);
  });

  it('adds up one currency, and a month that asks for less makes up for no other', () => {
    const { total } = report([march, april]).sections[0] as Table;
    const value = (id: string) => cellValue(total!.cells[id]!, english);
    expect([value('asked'), value('ours'), value('difference'), value('overbilled')]).toEqual([
      '147338.40',
      '147838.40',
      '-500.00',
      '500.00',
    ]);
  });

  it('never adds up two currencies', () => {
    const { headline, sections } = report([march, dollars]);
    expect(headline).toHaveLength(2);
    expect((sections[0] as Table).total).toBeUndefined();
    const [, currencies] = sections as Table[];
    expect(currencies?.rows.map(({ cells }) => cellText(cells.overbilled!, english))).toEqual([
      '500.00 EUR',
      '100.00 USD',
    ]);
    expect(sections.slice(2).map(({ id }) => id)).toEqual(['overbilling-EUR', 'overbilling-USD']);
  });

  it('has no sum of ours where one is not known', () => {
    const { total } = report([march, lumina]).sections[0] as Table;
    expect(Object.keys(total!.cells).sort()).toEqual(['asked', 'credited', 'numbers', 'overbilled']);
  });

  it('draws overbilling by month, a gap where there is no invoice or no statement', () => {
    const chart = report([march, april, lumina]).sections.find(({ kind }) => kind === 'time') as TimeChart;
    expect(chart.lines.map(({ id, points }) => [id, points.map(({ value }) => value)])).toEqual([
      ['norte', [null, 500, 0]],
      ['lumina', [null, null, null]],
    ]);
  });
});
