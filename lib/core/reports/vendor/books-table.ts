import type { Economics, Range } from '#economics';
import type { Cell, Text } from '#format';
import { type Micros, toUnits } from '#money';
import type { View } from '#pricing';
import { amount, margin, perCall, say, timesCalls } from '../cells.ts';
import { type ColumnOf, cellsOf, heads, unit, workedOf } from '../columns.ts';
import { whyUnknown } from '../gaps.ts';
import type { Table } from '../report.ts';
import { isWorkedFigure, worked } from '../worked.ts';

type Item = {
  id: string;
  book: 'client' | 'vendor';
  measure: Cell;
  perCall: Cell;
  low?: Cell;
  high?: Cell;
  total: Cell;
};

type Assumed = { targetMargin: number | null; view?: View | undefined };

/** Both books of the period: what each side takes in and pays, per handled call and in total. */
export function booksTable(economics: Economics, { targetMargin, view }: Assumed): Table {
  const columns = bookColumns(economics);
  const items = [...clientBook(economics), ...vendorBook(economics, targetMargin)];
  return {
    kind: 'table',
    id: 'books',
    title: { key: 'books.title' },
    columns: heads(columns),
    rows: items.map((item) => ({
      id: `${item.book}.${item.id}`,
      cells: cellsOf(columns, item),
      ...workedOf(columns, item),
    })),
    notes: [...(view === 'billed' ? [{ key: 'books.billed' }] : []), { key: 'books.note' }],
  };
}

function bookColumns(economics: Economics): ColumnOf<Item>[] {
  const { currency } = economics;
  const money = { unit: unit.money(currency), align: 'end' } as const;
  return [
    { id: 'book', label: { key: 'columns.book' }, align: 'start', cell: ({ book }) => say(`bookNames.${book}`) },
    { id: 'measure', label: { key: 'columns.measure' }, align: 'start', cell: ({ measure }) => measure },
    {
      id: 'perCall',
      label: { key: 'columns.perCall' },
      ...money,
      cell: (item) => item.perCall,
      worked: ({ id }) => workedItem(id, economics),
    },
    { id: 'low', label: { key: 'columns.lowWage' }, ...money, cell: ({ low }) => low ?? null },
    { id: 'high', label: { key: 'columns.highWage' }, ...money, cell: ({ high }) => high ?? null },
    { id: 'total', label: { key: 'columns.inTotal' }, ...money, cell: ({ total }) => total },
  ];
}

/** What the vendor receives is what the client pays. */
function workedItem(id: string, economics: Economics) {
  const figure = id === 'fee' ? 'cost' : id;
  return isWorkedFigure(figure) ? worked(figure, economics) : null;
}

function clientBook(economics: Economics): Item[] {
  const { perCall: each, money, counts, currency } = economics;
  const item = (id: string, label: Text, value: number | null, total: Micros | null, why?: Text): Item => ({
    id,
    book: 'client',
    measure: { kind: 'say', text: label },
    perCall: perCall(value, currency, why),
    total: amount(total, currency, why),
  });
  const [costs, earns, both] = (['cost', 'revenue', 'margin'] as const).map((figure) => whyUnknown(economics, figure));
  const other = each.margin === null ? null : economics.inputs.otherCost;
  const net = item('margin', { key: 'books.margin' }, null, timesCalls(each.margin, counts.handled), both);
  return [
    item('revenue', { key: 'books.revenue' }, each.revenue, money.revenue, earns),
    item('contribution', { key: 'books.contribution' }, each.contribution, money.contribution, earns),
    item('cost', { key: 'books.cost' }, each.cost, money.charges, costs),
    item('otherCost', { key: 'books.otherCost' }, perHandled(other, counts), other, both),
    { ...net, perCall: margin(each.margin, currency, null, both) },
  ];
}

function perHandled(total: Micros | null, { handled }: Economics['counts']): number | null {
  return total === null ? null : toUnits(total) / handled;
}

function vendorBook(economics: Economics, targetMargin: number | null): Item[] {
  const { perCall: each, money, counts, currency } = economics;
  const why = whyUnknown(economics, 'vendor');
  const ranged = (id: string, label: Text, range: Range | null, cell: typeof perCall): Item => ({
    id,
    book: 'vendor',
    measure: { kind: 'say', text: label },
    perCall: cell(range?.value ?? null, currency, why),
    low: cell(range?.low ?? null, currency, why),
    high: cell(range?.high ?? null, currency, why),
    total: amount(timesCalls(range?.value ?? null, counts.handled), currency, why),
  });
  const fee = each.cost;
  const signed: typeof perCall = (value, code, reason) => margin(value, code, null, reason);
  return [
    {
      id: 'fee',
      book: 'vendor',
      measure: say('books.fee'),
      perCall: perCall(fee, currency, whyUnknown(economics, 'cost')),
      total: amount(money.charges, currency, whyUnknown(economics, 'cost')),
    },
    ranged('vendorCost', { key: 'books.vendorCost' }, each.vendorCost, perCall),
    ranged('vendorMargin', { key: 'books.vendorMargin' }, each.vendorMargin, signed),
    ...(targetMargin === null ? [] : [target(economics, targetMargin)]),
  ];
}

function target({ perCall: { cost }, counts, currency }: Economics, share: number): Item {
  const value = cost === null ? null : cost * share;
  return {
    id: 'target',
    book: 'vendor',
    measure: say('books.target', { share: { kind: 'share', value: share } }),
    perCall: perCall(value, currency),
    total: amount(timesCalls(value, counts.handled), currency),
  };
}
