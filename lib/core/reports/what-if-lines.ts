import type { Side } from '#economics';
import type { Cell, Text } from '#format';
import { formatMicros, micros, parseMicros, sumMicros } from '#money';
import { amountIn } from '#pricing';
import { amount, say, unknown } from './cells.ts';
import { type ColumnOf, cellsOf, heads, unit } from './columns.ts';
import { lineLabel } from './line-label.ts';
import type { Table } from './report.ts';
import { lacks } from './statement-table.ts';

type LineSum = { quantity: bigint; amount: bigint; currency: string };
type Pair = { id: string; label: Text; current?: LineSum; proposed?: LineSum };

/** Charges by line, of all months together, what charges for the same side by side; then what could not be priced. */
export function lineTable(current: Side, proposed: Side): Table {
  const pairs = new Map<string, Pair>();
  addLines(pairs, 'current', current);
  addLines(pairs, 'proposed', proposed);
  const columns = [
    labelColumn,
    ...(['current', 'proposed'] as const).flatMap((side) => sideColumns(side, currencyOf({ current, proposed }[side]))),
  ];
  return {
    kind: 'table',
    id: 'lines',
    title: { key: 'whatIf.lines' },
    columns: heads(columns),
    rows: [...pairs.values()].map((pair) => ({ id: pair.id, cells: cellsOf(columns, pair) })),
    total: {
      id: 'total',
      cells: { line: say('statement.total'), ...totals(current, 'current'), ...totals(proposed, 'proposed') },
    },
    notes: [...missingNotes(current, 'current'), ...missingNotes(proposed, 'proposed')],
  };
}

function addLines(pairs: Map<string, Pair>, side: 'current' | 'proposed', { statements }: Side): void {
  for (const { lines, currency } of statements)
    for (const line of lines) {
      const label = lineLabel(line);
      const id = JSON.stringify(label);
      const pair = pairs.get(id) ?? { id, label };
      const sum = pair[side] ?? { quantity: 0n, amount: 0n, currency };
      sum.quantity += parseMicros(line.quantity);
      sum.amount += amountIn('effective', line);
      pairs.set(id, { ...pair, [side]: sum });
    }
}

const labelColumn: ColumnOf<Pair> = {
  id: 'line',
  label: { key: 'columns.line' },
  align: 'start',
  cell: ({ label }) => ({ kind: 'say', text: label }),
};

function sideColumns(side: 'current' | 'proposed', currency: string | null): ColumnOf<Pair>[] {
  const quantity = ({ quantity: sum }: LineSum): Cell => ({
    kind: 'quantity',
    quantity: formatMicros(micros(sum), 6).replace(/\.?0+$/, ''),
  });
  return [
    {
      id: `${side}.quantity`,
      label: { key: `whatIf.columns.${side}Quantity` },
      align: 'end',
      cell: (pair) => (pair[side] ? quantity(pair[side]) : null),
    },
    {
      id: side,
      label: { key: `whatIf.columns.${side}` },
      ...(currency && { unit: unit.money(currency) }),
      align: 'end',
      cell: (pair) => (pair[side] ? amount(micros(pair[side].amount), pair[side].currency) : null),
    },
  ];
}

/** The one currency of a side's statements; null where there are several. */
function currencyOf({ statements }: Side): string | null {
  const [first, ...others] = new Set(statements.map(({ currency }) => currency));
  return first !== undefined && others.length === 0 ? first : null;
}

function totals(side: Side, id: 'current' | 'proposed'): Record<string, Cell> {
  const currency = currencyOf(side);
  if (currency === null) return {};
  if (side.statements.some(({ missing }) => missing.length > 0)) return { [id]: unknown({ key: 'statement.noTotal' }) };
  const lines = side.statements.flatMap((statement) => statement.lines);
  return { [id]: amount(sumMicros(lines.map((line) => amountIn('effective', line))), currency) };
}

function missingNotes({ statements }: Side, side: 'current' | 'proposed'): Text[] {
  const found = new Map(statements.flatMap(({ missing }) => missing.map((own) => [own.input, lacks(own)] as const)));
  return [...found.values()].map((why) => ({
    key: `whatIf.lacks.${side}`,
    values: { why: { kind: 'say', text: why } },
  }));
}
