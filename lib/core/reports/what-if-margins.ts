import type { MarginCurve } from '#economics';
import { margin, seconds } from './cells.ts';
import { type ColumnOf, cellsOf, heads, unit } from './columns.ts';
import type { Table } from './report.ts';
import { nearly } from './what-if-figures.ts';
import type { WhatIfReportInput } from './what-if-report.ts';

type Share = {
  aht: number;
  current: MarginCurve['points'][number] | undefined;
  proposed: MarginCurve['points'][number];
};

/** Both margins at handle times around the recorded one; none where they are not known. */
export function marginTable({ curves: { current, proposed }, currency }: WhatIfReportInput): Table[] {
  if (!proposed) return [];
  const money = { unit: unit.money(currency), align: 'end' } as const;
  const each = (value: number | null | undefined) => margin(value == null ? null : nearly(value), currency);
  const columns: ColumnOf<Share>[] = [
    {
      id: 'aht',
      label: { key: 'columns.aht' },
      unit: unit.seconds,
      align: 'end',
      cell: ({ aht }) => seconds(nearly(aht)),
    },
    { id: 'client', label: { key: 'whatIf.curve.client' }, ...money, cell: (own) => each(own.current?.client) },
    { id: 'clientNew', label: { key: 'whatIf.curve.clientNew' }, ...money, cell: (own) => each(own.proposed.client) },
    { id: 'vendor', label: { key: 'whatIf.curve.vendor' }, ...money, cell: (own) => each(own.current?.vendor?.value) },
    {
      id: 'vendorNew',
      label: { key: 'whatIf.curve.vendorNew' },
      ...money,
      cell: (own) => each(own.proposed.vendor?.value),
    },
    {
      id: 'vendorLow',
      label: { key: 'whatIf.curve.vendorLow' },
      ...money,
      cell: (own) => each(own.proposed.vendor?.low),
    },
    {
      id: 'vendorHigh',
      label: { key: 'whatIf.curve.vendorHigh' },
      ...money,
      cell: (own) => each(own.proposed.vendor?.high),
    },
  ];
  const shares = proposed.points.map(
    (point, index): Share => ({ aht: point.aht, current: current?.points[index], proposed: point }),
  );
  return [
    {
      kind: 'table',
      id: 'margins',
      title: { key: 'whatIf.curve.title' },
      columns: heads(columns),
      rows: shares.map((own, index) => ({ id: String(index), cells: cellsOf(columns, own) })),
      notes: [{ key: 'whatIf.curve.note' }],
    },
  ];
}
