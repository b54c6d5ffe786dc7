import type { Economics } from '#economics';
import { share } from '../cells.ts';
import { type ColumnOf, cellsOf, heads, unit, workedOf } from '../columns.ts';
import type { figureColumns } from '../figure-columns.ts';
import { callTypeCell } from '../names.ts';
import type { Table } from '../report.ts';

/** What the calls are about and what each topic costs and earns, the most frequent first. */
export function mixTable(mix: readonly Economics[], figures: ReturnType<typeof figureColumns>): Table {
  const handled = mix.reduce((sum, { counts }) => sum + counts.handled, 0);
  const { calls, aht, conversion, cost, revenue, margin } = figures;
  const columns: ColumnOf<Economics>[] = [
    {
      id: 'callType',
      label: { key: 'columns.callType' },
      align: 'start',
      cell: ({ key }) => callTypeCell(key.callType),
    },
    calls,
    {
      id: 'share',
      label: { key: 'columns.share' },
      unit: unit.percent,
      align: 'end',
      cell: ({ counts }) => share(handled === 0 ? null : counts.handled / handled),
    },
    ...[aht, conversion, cost, revenue, margin],
  ];
  return {
    kind: 'table',
    id: 'mix',
    title: { key: 'vendor.mix' },
    columns: heads(columns),
    rows: [...mix]
      .sort(byCalls)
      .map((row, index) => ({ id: `${index + 1}`, cells: cellsOf(columns, row), ...workedOf(columns, row) })),
    notes: [],
  };
}

function byCalls(a: Economics, b: Economics): number {
  return b.counts.handled - a.counts.handled || ((a.key.callType ?? '') < (b.key.callType ?? '') ? -1 : 1);
}
