import type { Economics } from '#economics';
import type { Cell, Text } from '#format';
import type { View } from '#pricing';
import { day, say } from '../cells.ts';
import { type ColumnOf, cellsOf, heads, over, unit, workedOf } from '../columns.ts';
import { evidenceCell } from '../evidence.ts';
import { figureColumns } from '../figure-columns.ts';
import { type Marks, noMarks } from '../metric-marks.ts';
import { type Names, programName, vendorColor, vendorName } from '../names.ts';
import { reasonText } from '../reasons.ts';
import type { Row, Table } from '../report.ts';
import { byUrgency, stateOf, type VendorRow } from './vendor-row.ts';

type Input = {
  rows: readonly VendorRow[];
  total: Economics;
  names: Names;
  currency: string;
  view: View;
  /** What each vendor's times are made of. */
  marks: Marks;
};

/** Every vendor and program side by side, what fails first; the total is made of sums. */
export function vendorsTable({ rows, total, names, currency, view, marks }: Input): Table {
  const columns = vendorColumns(names, figureColumns(currency, view, marks), unit.money(currency));
  return {
    kind: 'table',
    id: 'vendors',
    title: { key: 'overview.vendors' },
    columns: heads(columns),
    rows: [...rows].sort(byUrgency).map((row) => vendorRow(row, columns, names)),
    total: totalRow(total, figureColumns(currency, 'effective', ofTotal(rows, marks))),
    notes: [],
  };
}

type Figures = ReturnType<typeof figureColumns>;

function vendorColumns(names: Names, figure: Figures, money: Text): ColumnOf<VendorRow>[] {
  const { calls, cost, revenue, contribution, aht, breakEvenAht, floor, ceiling, zone } = figure;
  const of = (columns: ColumnOf<Economics>[]) => over(columns, (row: VendorRow) => row.economics);
  return [
    { id: 'vendor', label: { key: 'columns.vendor' }, align: 'start', cell: (row) => vendorName(names, row.vendor) },
    {
      id: 'program',
      label: { key: 'columns.program' },
      align: 'start',
      cell: (row) => programName(names, row.program),
    },
    ...of([calls, cost, revenue, contribution]),
    ...of([figure.margin]).map((column) => ({
      ...column,
      interval: true as const,
      cell: (row: VendorRow) => withInterval(column.cell(row), row),
    })),
    {
      id: 'evidence',
      label: { key: 'columns.evidence' },
      unit: money,
      align: 'end',
      interval: true,
      cell: ({ verdict, economics }) => evidenceCell(verdict?.client ?? null, economics.currency),
    },
    ...of([aht, breakEvenAht, floor, ceiling, zone]),
    {
      id: 'state',
      label: { key: 'columns.state' },
      align: 'start',
      cell: (row) => ({ kind: 'state', state: stateOf(row) }),
    },
    {
      id: 'since',
      label: { key: 'columns.since' },
      align: 'start',
      cell: ({ verdict }) => day(verdict?.since ?? null),
    },
  ];
}

function withInterval(cell: Cell | null, { interval }: VendorRow): Cell | null {
  return cell?.kind === 'perCall' && interval ? { ...cell, interval } : cell;
}

function vendorRow(row: VendorRow, columns: readonly ColumnOf<VendorRow>[], names: Names): Row {
  const first = row.verdict?.reasons[0];
  return {
    id: `${row.vendor}/${row.program}`,
    cells: cellsOf(columns, row),
    ...workedOf(columns, row),
    ...vendorColor(names, row.vendor),
    href: `/vendors/${row.vendor}${row.program === '' ? '' : `?program=${row.program}`}`,
    ...(first && { reason: reasonText(first, row.economics.currency) }),
  };
}

/** AHT of all is of no one kind where AHT of some is not made of the parts that others have. */
function ofTotal(rows: readonly VendorRow[], { aht }: Marks): Marks {
  const kindOf = (mark: Text | null) => JSON.stringify(mark && { ...mark.values, vendors: null });
  const kinds = new Set(rows.map(({ economics }) => kindOf(aht(economics))));
  return { ...noMarks, aht: () => (kinds.size > 1 ? { key: 'metrics.mixed' } : null) };
}

function totalRow(total: Economics, figure: Figures): Row {
  const { calls, cost, revenue, contribution, margin, aht } = figure;
  const columns = [calls, cost, revenue, contribution, margin, aht];
  return {
    id: 'total',
    cells: { vendor: say('overview.total'), ...cellsOf(columns, total) },
    ...workedOf(columns, total),
  };
}
