import type { Text } from '#format';
import { count, text } from '../cells.ts';
import { type ColumnOf, cellsOf, heads } from '../columns.ts';
import type { Report, Row, Table } from '../report.ts';
import { asRecorded, dayColumn, type InputNames, monthColumn, provenance, whose } from './columns.ts';
import { forecastColumns, forecastRows } from './forecast-columns.ts';
import { type Lacking, lackingText } from './lacking.ts';
import type { HoursRecord, IndexRecord, InputRows, RateRecord, ScoreRecord } from './rows.ts';

/** What a report of one kind of inputs is made of. */
export type InputsInput = InputNames & {
  inputs: InputRows;
  /** What contracts lack of this kind. */
  lacking: readonly Lacking[];
  period: Report['period'];
  /** Reporting currency. */
  currency: string;
};

type Sort = InputRows['kind'];

const figure = <Item>(id: string, of: (item: Item) => string | number | null): ColumnOf<Item> => ({
  id,
  label: { key: `inputs.columns.${id}` },
  align: 'end',
  cell: (item) => asRecorded(of(item)),
});

function hoursColumns(names: InputNames): ColumnOf<HoursRecord>[] {
  return [
    dayColumn,
    ...whose(names, 'none'),
    figure('loggedHours', ({ loggedHours }) => loggedHours),
    figure('productiveHours', ({ productiveHours }) => productiveHours),
    figure('fte', ({ fte }) => fte),
    ...provenance(names),
  ];
}

function scoreColumns(names: InputNames): ColumnOf<ScoreRecord>[] {
  return [
    dayColumn,
    ...whose(names, 'none'),
    {
      id: 'kpi',
      label: { key: 'inputs.columns.kpi' },
      align: 'start',
      cell: ({ kpi }) => ({ kind: 'say', text: { key: `inputs.kpis.${kpi}` } }),
    },
    figure('score', ({ score }) => score),
    { id: 'sample', label: { key: 'inputs.columns.sample' }, align: 'end', cell: ({ sample }) => count(sample) },
    ...provenance(names),
  ];
}

function indexColumns(names: InputNames): ColumnOf<IndexRecord>[] {
  return [
    monthColumn,
    { id: 'index', label: { key: 'inputs.columns.index' }, align: 'start', cell: ({ index }) => text(index) },
    figure('value', ({ value }) => value),
    ...provenance(names),
  ];
}

const rateColumns: ColumnOf<RateRecord>[] = [
  dayColumn,
  { id: 'currency', label: { key: 'columns.currency' }, align: 'start', cell: ({ currency }) => text(currency) },
  figure('rate', ({ rate }) => rate),
];

function table<Item>(
  kind: Sort,
  columns: readonly ColumnOf<Item>[],
  items: readonly Item[],
  notes: Text[] = [],
): Table {
  const rows: Row[] = items.map((item, index) => ({ id: String(index), cells: cellsOf(columns, item) }));
  return { kind: 'table', id: kind, title: { key: `inputs.titles.${kind}` }, columns: heads(columns), rows, notes };
}

function tableOf(inputs: InputRows, names: InputNames): Table {
  switch (inputs.kind) {
    case 'hours':
      return table('hours', hoursColumns(names), inputs.rows);
    case 'scores':
      return table('scores', scoreColumns(names), inputs.rows);
    case 'forecast':
      return table('forecast', forecastColumns(names), forecastRows(inputs.rows, inputs.actuals), [
        { key: 'inputs.notes.inForce' },
        { key: 'inputs.notes.actual' },
      ]);
    case 'indices':
      return table('indices', indexColumns(names), inputs.rows);
    case 'rates':
      return table('rates', rateColumns, inputs.rows, [{ key: 'inputs.notes.rates' }]);
  }
}

/** What is recorded of one kind of inputs, in the order given, and what contracts lack of it. */
export function inputsReport(input: InputsInput): Report {
  const { inputs, lacking, period, currency } = input;
  return {
    id: `inputs-${inputs.kind}`,
    title: { key: `inputs.titles.${inputs.kind}` },
    period,
    currency,
    headline: lacking.map((own) => lackingText(own, input)),
    notes: [],
    sections: [tableOf(inputs, input)],
  };
}
