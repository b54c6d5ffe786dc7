import type { Economics, Grouping } from '#economics';
import type { Cell } from '#format';
import type { View } from '#pricing';
import type { VendorMetrics } from '#quality';
import type { Period } from '#time';
import { say, unknown } from './cells.ts';
import { type ColumnOf, cellsOf, heads } from './columns.ts';
import { figureColumns } from './figure-columns.ts';
import { marksOf } from './metric-marks.ts';
import { callTypeCell, type Names, programName, vendorColor, vendorName } from './names.ts';
import { gapNotes, type RateUse, rateNotes, viewNotes } from './notes.ts';
import type { Report, Row } from './report.ts';

/** What a table of economics is made of: groups in the order to show them, and what they are grouped by. */
export type EconomicsInput = Names & {
  period: Period;
  currency: string;
  by: readonly Grouping[];
  rows: readonly Economics[];
  /** Whose groups they are, where they are of one vendor only. */
  vendor?: string | undefined;
  rates: readonly RateUse[];
  /** What the sources of the calls say of their figures. */
  metrics: readonly VendorMetrics[];
  /** Which amounts the charges are; effective where it does not say. */
  view?: View;
};

/** Both books of every group, with every figure there is: for the command line and for spreadsheets. */
export function economicsReport(input: EconomicsInput): Report {
  const { period, currency, by, rows, view = 'effective' } = input;
  const columns = [
    ...by.map((grouping) => groupColumn(grouping, input)),
    ...Object.values(figureColumns(currency, view, marksOf(input, input.metrics, input.vendor))),
  ];
  return {
    id: 'economics',
    title: { key: 'economics.title' },
    period,
    currency,
    headline: [],
    notes: [...viewNotes(view), ...gapNotes(rows, input, input.metrics), ...rateNotes(input.rates)],
    sections: [
      {
        kind: 'table',
        id: 'economics',
        title: { key: 'economics.table' },
        columns: heads(columns),
        rows: rows.map((row, index) => economicsRow(row, columns, `${index + 1}`, input)),
        notes: [],
      },
    ],
  };
}

function economicsRow(row: Economics, columns: readonly ColumnOf<Economics>[], id: string, names: Names): Row {
  const { vendor } = row.key;
  return { id, cells: cellsOf(columns, row), ...(vendor !== undefined && vendorColor(names, vendor)) };
}

function groupColumn(grouping: Grouping, names: Names): ColumnOf<Economics> {
  return {
    id: grouping,
    label: { key: `groupings.${grouping}` },
    align: 'start',
    cell: ({ key }) => groupCell(grouping, key, names),
  };
}

function groupCell(grouping: Grouping, key: Economics['key'], names: Names): Cell {
  switch (grouping) {
    case 'vendor':
      return key.vendor === undefined ? unknown() : vendorName(names, key.vendor);
    case 'program':
      return key.program === undefined ? unknown() : programName(names, key.program);
    case 'call_type':
      return callTypeCell(key.callType);
    case 'direction':
      return key.direction === undefined ? unknown() : say(`directions.${key.direction}`);
    case 'month':
      return key.month === undefined ? unknown() : { kind: 'month', month: key.month };
    case 'week':
      return key.week === undefined ? unknown() : { kind: 'day', day: key.week };
    case 'day':
      return key.day === undefined ? unknown() : { kind: 'day', day: key.day };
  }
}
