import type { Economics } from '#economics';
import type { Cell } from '#format';
import type { View } from '#pricing';
import { day, say } from '../cells.ts';
import { type ColumnOf, cellsOf, heads, over, unit, workedOf } from '../columns.ts';
import { evidenceCell } from '../evidence.ts';
import { figureColumns } from '../figure-columns.ts';
import { type Names, programName, vendorColor, vendorName } from '../names.ts';
import { reasonText } from '../reasons.ts';
import type { Row, Table } from '../report.ts';
import { byUrgency, stateOf, type VendorRow } from './vendor-row.ts';

type Input = { rows: readonly VendorRow[]; total: Economics; names: Names; currency: string; view: View };

/** Every vendor and program side by side, what fails first; the total is made of sums. */
export function vendorsTable({ rows, total, names, currency, view }: Input): Table {
  const columns = vendorColumns(names, currency, view);
  return {
    kind: 'table',
    id: 'vendors',
    title: { key: 'overview.vendors' },
    columns: heads(columns),
    rows: [...rows].sort(byUrgency).map((row) => vendorRow(row, columns, names)),
    total: totalRow(total, currency),
    notes: [],
  };
}

function vendorColumns(names: Names, currency: string, view: View): ColumnOf<VendorRow>[] {
  const figure = figureColumns(currency, view);
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
      unit: unit.money(currency),
      align: 'end',
      interval: true,
      cell: ({ verdict }) => evidenceCell(verdict?.client ?? null, currency),
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

function totalRow(total: Economics, currency: string): Row {
  const { calls, cost, revenue, contribution, margin, aht } = figureColumns(currency);
  const columns = [calls, cost, revenue, contribution, margin, aht];
  return {
    id: 'total',
    cells: { vendor: say('overview.total'), ...cellsOf(columns, total) },
    ...workedOf(columns, total),
  };
}
