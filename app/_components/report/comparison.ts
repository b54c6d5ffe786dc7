import type { Column, Scale, Table } from '#reports';
import { type Pair, pairOf, pairScale } from './pair.ts';
import { zoneScale } from './zone-prices.ts';

/** The table of vendors as the page lays it out: the columns by id, and the axes that its rows share. */
export type Comparison = {
  table: Table;
  column: (id: string) => Column;
  pairs: Pair[];
  pairAxis: Scale;
  zoneAxis: Scale;
};

const needed = ['vendor', 'program', 'calls', 'cost', 'revenue', 'margin', 'aht', 'breakEvenAht', 'zone', 'state'];

/** The comparison that a table can be shown as; null for every other table. */
export function comparisonOf(table: Table): Comparison | null {
  const columns = new Map(table.columns.map((column) => [column.id, column]));
  if (table.rows.length === 0 || !needed.every((id) => columns.has(id))) return null;
  const pairs = table.rows.map(pairOf);
  const all = table.total ? [...pairs, pairOf(table.total)] : pairs;
  const column = (id: string) => {
    const found = columns.get(id);
    if (!found) throw new Error(`no column ${id} in table ${table.id}`);
    return found;
  };
  return { table, column, pairs: all, pairAxis: pairScale(all), zoneAxis: zoneScale(table.rows) };
}
