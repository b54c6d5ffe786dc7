import type { ChargeKind } from '#contracts';
import type { Economics } from '#economics';
import type { Cell, Text } from '#format';
import { sumMicros } from '#money';
import { type Line, type Missing, type Statement, statementTotals } from '#pricing';
import type { Month } from '#time';
import { amount, breakEven, margin, perCall, say, unknown } from './cells.ts';
import { type ColumnOf, cellsOf, heads } from './columns.ts';
import { lineLabel } from './line-label.ts';
import type { Table } from './report.ts';

/** One recorded month under the terms that were in force and under proposed ones. */
export type PreviewInput = {
  month: Month;
  /** Reporting currency. */
  currency: string;
  /** What the month's invoice said; none where no contract was in force. */
  current: readonly Statement[];
  proposed: Statement;
  before: Economics;
  after: Economics;
};

type Pair<T> = { id: string; label: Cell; current: T | null; proposed: T | null };

/** The statement's lines side by side, matched by what they charge for. */
export function previewLines({ month, current, proposed }: PreviewInput): Table {
  const pairs = matched(
    current.flatMap(({ lines, currency }) => lines.map((line) => ({ line, currency }))),
    proposed.lines.map((line) => ({ line, currency: proposed.currency })),
  );
  const columns = sideBySide<Item>('columns.line', itemCell);
  return {
    kind: 'table',
    id: 'lines',
    title: { key: 'contracts.preview.lines', values: { month: { kind: 'month', month } } },
    columns: heads(columns),
    rows: pairs.map((pair) => ({ id: pair.id, cells: cellsOf(columns, pair) })),
    total: { id: 'total', cells: totals(current, proposed) },
    notes: proposed.missing.filter(({ input }) => input !== 'variable_lines').map(missingText),
  };
}

/** What the month cost and earned a call, both books, side by side. */
export function previewFigures({ month, currency, before, after }: PreviewInput): Table {
  const figures: [string, (own: Economics) => Cell][] = [
    ['cost', ({ perCall: own }) => perCall(own.cost, currency)],
    ['clientMargin', ({ perCall: own }) => margin(own.margin, currency)],
    ['vendorMargin', ({ perCall: own }) => margin(own.vendorMargin?.value ?? null, currency)],
    ['breakEvenAht', ({ breakEvenAht }) => breakEven(breakEvenAht?.value ?? null)],
  ];
  const columns = sideBySide<Cell>('columns.measure', (cell) => cell);
  return {
    kind: 'table',
    id: 'figures',
    title: { key: 'contracts.preview.figures', values: { month: { kind: 'month', month } } },
    columns: heads(columns),
    rows: figures.map(([id, cellOf]) => {
      const pair = { id, label: say(`columns.${id}`), current: cellOf(before), proposed: cellOf(after) };
      return { id, cells: cellsOf(columns, pair) };
    }),
    notes: [],
  };
}

type Item = { line: Line; currency: string };

function itemCell({ line, currency }: Item): Cell {
  return amount(line.amount, currency);
}

function sideBySide<T>(head: string, cellOf: (value: T) => Cell): ColumnOf<Pair<T>>[] {
  const side = (id: 'current' | 'proposed'): ColumnOf<Pair<T>> => ({
    id,
    label: { key: `contracts.preview.${id}` },
    align: 'end',
    cell: (pair) => {
      const value = pair[id];
      return value === null ? null : cellOf(value);
    },
  });
  const label: ColumnOf<Pair<T>> = {
    id: 'line',
    label: { key: head },
    align: 'start',
    cell: (pair) => pair.label,
  };
  return [label, side('current'), side('proposed')];
}

/** Lines of the same thing in one row: those of the current statement in their order, then what is new. */
function matched(current: readonly Item[], proposed: readonly Item[]): Pair<Item>[] {
  const rows = new Map<string, Pair<Item>>();
  const put = (item: Item, side: 'current' | 'proposed') => {
    const text = lineLabel(item.line);
    let id = JSON.stringify(text);
    while (rows.get(id)?.[side]) id += '+';
    const row = rows.get(id) ?? { id, label: { kind: 'say', text }, current: null, proposed: null };
    rows.set(id, { ...row, [side]: item });
  };
  for (const item of current) put(item, 'current');
  for (const item of proposed) put(item, 'proposed');
  return [...rows.values()];
}

function totals(current: readonly Statement[], proposed: Statement): Record<string, Cell> {
  const [first] = current;
  const sums = current.map((statement) => statementTotals(statement).billed);
  const known = sums.filter((sum) => sum !== null);
  const isOne = current.every(({ currency }) => currency === first?.currency);
  const whole = first && isOne && known.length === sums.length;
  return {
    line: say('statement.total'),
    ...(first && { current: whole ? amount(sumMicros(known), first.currency) : unknown() }),
    proposed: amount(statementTotals(proposed).billed, proposed.currency, { key: 'gaps.no_inputs' }),
  };
}

/** A charge of the proposed terms that the month cannot price, and for want of what. */
function missingText({ charge, input }: Missing): Text {
  return { key: 'contracts.preview.missing', values: { charge: chargeName(charge), input } };
}

function chargeName(kind: ChargeKind): Cell {
  return say(`contracts.charge.${kind}`);
}
