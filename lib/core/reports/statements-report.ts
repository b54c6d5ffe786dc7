import type { Text } from '#format';
import { type Micros, toUnits } from '#money';
import type { View } from '#pricing';
import { type Month, monthPeriod } from '#time';
import { charged, count, perCall, text, unknown } from './cells.ts';
import { type ColumnOf, cellsOf, heads, unit } from './columns.ts';
import { type Names, vendorName } from './names.ts';
import type { Report, Row } from './report.ts';
import { type CountedStatement, type MonthTotal, monthTotals } from './statement-totals.ts';

/** What the list of statements is made of: a vendor's months, in the order to show them. */
export type StatementsInput = Names & {
  vendor: string;
  /** Reporting currency; totals keep their contract's own. */
  currency: string;
  months: readonly { month: Month; statements: readonly CountedStatement[] }[];
};

type Item = MonthTotal & { month: Month };

/** A vendor's months with what its invoices should come to, in both views, and what a call cost: a row a currency. */
export function statementsReport(input: StatementsInput): Report {
  const items = input.months.flatMap(({ month, statements }) =>
    monthTotals(statements).map((total) => ({ ...total, month })),
  );
  const columns = columnsFor([...new Set(items.map(({ currency }) => currency))]);
  const values: Text['values'] = { vendor: vendorName(input, input.vendor) };
  return {
    id: 'statements',
    title: { key: 'statement.listHeading', values },
    period: spanOf(input.months.map(({ month }) => month)),
    currency: input.currency,
    headline: items.length === 0 ? [{ key: 'statement.noMonths', values }] : [],
    notes: [{ key: 'statement.views' }],
    sections: [
      {
        kind: 'table',
        id: 'statements',
        title: { key: 'statement.list' },
        columns: heads(columns),
        rows: items.map((item) => monthRow(item, columns, input.vendor)),
        notes: [],
      },
    ],
  };
}

function spanOf(months: readonly Month[]): Report['period'] {
  const [first, last] = [[...months].sort()[0], [...months].sort().at(-1)];
  return first && last ? { from: monthPeriod(first).from, to: monthPeriod(last).to } : { from: '', to: '' };
}

function monthRow(item: Item, columns: readonly ColumnOf<Item>[], vendor: string): Row {
  return {
    id: `${item.month} ${item.currency}`,
    cells: cellsOf(columns, item),
    href: `/vendors/${vendor}/statements/${item.month}`,
    ...(item.billed === null && { reason: { key: 'statement.incompleteMonth' } }),
  };
}

const why: Text = { key: 'statement.noTotal' };

function columnsFor(currencies: readonly string[]): ColumnOf<Item>[] {
  const [only, ...others] = currencies;
  const money = only !== undefined && others.length === 0 ? { unit: unit.money(only) } : {};
  const total = (view: View): ColumnOf<Item> => ({
    id: view,
    label: { key: `columns.${view}` },
    ...money,
    align: 'end',
    cell: (own) => charged(own[view], own.currency, why),
  });
  return [
    { id: 'month', label: { key: 'groupings.month' }, align: 'start', cell: ({ month }) => ({ kind: 'month', month }) },
    { id: 'calls', label: { key: 'columns.calls' }, align: 'end', cell: ({ handled }) => count(handled) },
    ...(others.length === 0 ? [] : [currencyColumn]),
    total('billed'),
    total('effective'),
    { id: 'cost', label: { key: 'columns.cost' }, ...money, align: 'end', cell: costOf },
  ];
}

const currencyColumn: ColumnOf<Item> = {
  id: 'currency',
  label: { key: 'columns.currency' },
  align: 'start',
  cell: ({ currency }) => text(currency),
};

function costOf({ effective, handled, currency }: Item) {
  if (handled === 0) return unknown({ key: 'gaps.no_calls' });
  return perCall(effective === null ? null : each(effective, handled), currency, why);
}

function each(total: Micros, handled: number): number {
  return toUnits(total) / handled;
}
