import { type Cell, markOf, type Say } from '#format';
import type { Column, Row, Table } from '#reports';
import { type Field, fieldOf, nothing, words } from './field.ts';

/** A table as every file holds it, so that no two formats can tell different figures. */
export type FileTable = {
  /** The name of each column with its unit. */
  head: string[];
  rows: Field[][];
  /** The last row, which is of all the others. */
  total: Field[] | null;
};

/**
 * Each end of an interval has a column of its own; so has what the figures of a column are made of, where they differ in
 * that; and so have the sentences under the rows, in the last one.
 */
export function fileTable({ columns, rows, total }: Table, say: Say): FileTable {
  const all = total ? [...rows, total] : rows;
  const reasons = all.some(({ reason }) => reason);
  const marked = columns.filter(({ id }) => all.some(({ cells }) => markOf(cells[id])));
  const fields = (row: Row) => [
    ...columns.flatMap((column) => rowFields(column, row, say)),
    ...marked.map(({ id }) => markField(row.cells[id], say)),
    ...(reasons ? [row.reason ? words(say(row.reason)) : nothing] : []),
  ];
  return {
    head: [
      ...columns.flatMap((column) => heads(column, say)),
      ...marked.map(({ label }) => say({ key: 'metrics.column', values: { column: say(label) } })),
      ...(reasons ? [say({ key: 'columns.reason' })] : []),
    ],
    rows: rows.map(fields),
    total: total ? fields(total) : null,
  };
}

function heads({ label, unit, interval }: Column, say: Say): string[] {
  const name = (text: string) => (unit ? `${text} (${say(unit)})` : text);
  if (!interval) return [name(say(label))];
  const end = (key: string) => name(say({ key, values: { column: say(label) } }));
  return [name(say(label)), end('columns.lowerEnd'), end('columns.upperEnd')];
}

function rowFields({ id, interval }: Column, { cells }: Row, say: Say): Field[] {
  const cell = cells[id];
  const own = cell ? fieldOf(cell, say) : nothing;
  if (!interval) return [own];
  const ends = cell?.kind === 'perCall' ? cell.interval : null;
  return [own, endField(cell, ends?.lower, say), endField(cell, ends?.upper, say)];
}

function markField(cell: Cell | undefined, say: Say): Field {
  const mark = markOf(cell);
  return mark ? words(say(mark)) : nothing;
}

/** An end of an interval is written as the figure that it belongs to. */
function endField(cell: Cell | undefined, value: number | null | undefined, say: Say): Field {
  return cell?.kind === 'perCall' && value != null ? fieldOf({ ...cell, value, interval: null }, say) : nothing;
}
