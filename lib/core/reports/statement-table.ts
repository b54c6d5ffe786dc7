import type { Text } from '#format';
import { sumMicros } from '#money';
import type { Line, Statement } from '#pricing';
import type { Month } from '#time';
import { amount, count, say, text } from './cells.ts';
import { type ColumnOf, cellsOf, heads, unit } from './columns.ts';
import type { Table } from './report.ts';

type Item = { line: Line; currency: string };

/** What a line charges for, in words: `Handled calls, 1,001 to 5,000, night`. */
export function lineLabel({ charge, detail }: Line): Text {
  const { tier, rateClass, outcome, days } = detail;
  let label: Text = { key: `lines.${charge}`, values: outcome ? { outcome } : {} };
  const add = (key: string, values: NonNullable<Text['values']>) => {
    label = { key, values: { line: { kind: 'say', text: label }, ...values } };
  };
  if (tier)
    add(tier.to === null ? 'lineDetails.tierAbove' : 'lineDetails.tier', {
      from: count(tier.from + (tier.to === null ? 0 : 1)),
      to: count(tier.to),
    });
  if (rateClass && rateClass !== 'standard') add('lineDetails.rateClass', { rateClass });
  if (days && days.inForce < days.ofMonth) add('lineDetails.days', { inForce: days.inForce, ofMonth: days.ofMonth });
  return label;
}

/** The charge lines of one month, one row each, with their sum where all are in one currency. */
export function statementTable(month: Month, statements: readonly Statement[], notes: Text[]): Table {
  const items = statements.flatMap(({ currency, lines }) => lines.map((line) => ({ line, currency })));
  const currencies = [...new Set(statements.map(({ currency }) => currency))];
  const [currency] = currencies;
  return {
    kind: 'table',
    id: 'statement',
    title: { key: 'statement.title', values: { month: { kind: 'month', month } } },
    columns: heads(lineColumns(currencies)),
    rows: items.map((item) => ({ id: item.line.id, cells: cellsOf(lineColumns(currencies), item) })),
    ...(currency !== undefined && currencies.length === 1 && { total: totalRow(items, currency) }),
    notes,
  };
}

function lineColumns(currencies: readonly string[]): ColumnOf<Item>[] {
  const [only] = currencies;
  const money = only !== undefined && currencies.length === 1 ? { unit: unit.money(only) } : {};
  return [
    {
      id: 'line',
      label: { key: 'columns.line' },
      align: 'start',
      cell: ({ line }) => ({ kind: 'say', text: lineLabel(line) }),
    },
    {
      id: 'quantity',
      label: { key: 'columns.quantity' },
      align: 'end',
      cell: ({ line }) => ({ kind: 'quantity', quantity: line.quantity }),
    },
    { id: 'unit', label: { key: 'columns.unit' }, align: 'start', cell: unitOf },
    { id: 'rate', label: { key: 'columns.rate' }, align: 'end', cell: rateOf },
    { id: 'currency', label: { key: 'columns.currency' }, align: 'start', cell: ({ currency }) => text(currency) },
    {
      id: 'amount',
      label: { key: 'columns.amount' },
      ...money,
      align: 'end',
      cell: ({ line, currency }) => amount(line.amount, currency),
    },
  ];
}

function unitOf({ line, currency }: Item) {
  return line.charge === 'revenue_share'
    ? text(currency)
    : say(`lineUnits.${line.charge}`, line.detail.outcome ? { outcome: line.detail.outcome } : {});
}

function rateOf({ line, currency }: Item) {
  return { kind: 'rate', rate: line.rate, unit: line.charge === 'revenue_share' ? '%' : currency } as const;
}

function totalRow(items: readonly Item[], currency: string) {
  const sum = sumMicros(items.map(({ line }) => line.amount));
  return {
    id: 'total',
    cells: { line: say('statement.total'), currency: text(currency), amount: amount(sum, currency) },
  };
}
