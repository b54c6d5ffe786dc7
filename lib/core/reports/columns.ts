import type { Cell, Text } from '#format';
import type { Column, Row } from './report.ts';

/**
 * A column of a table with how its cell is made of an item: a table is a list of these. Null = does not apply to the
 * item, which is neither unknown nor 0.
 */
export type ColumnOf<Item> = Column & { cell: (item: Item) => Cell | null };

/** The heads of the columns, as a report holds them. */
export function heads<Item>(columns: readonly ColumnOf<Item>[]): Column[] {
  return columns.map(({ cell: _, ...column }) => column);
}

/** The cells of one item. */
export function cellsOf<Item>(columns: readonly ColumnOf<Item>[], item: Item): Row['cells'] {
  const cells = columns.map((column) => [column.id, column.cell(item)] as const);
  return Object.fromEntries(cells.filter((entry): entry is [string, Cell] => entry[1] !== null));
}

/** The same columns over another item that holds the first. */
export function over<Inner, Outer>(
  columns: readonly ColumnOf<Inner>[],
  inner: (outer: Outer) => Inner,
): ColumnOf<Outer>[] {
  return columns.map((column) => ({ ...column, cell: (outer) => column.cell(inner(outer)) }));
}

/** Units in the heads of columns. */
export const unit = {
  seconds: { key: 'units.seconds' },
  percent: { key: 'units.percent' },
  money: (currency: string): Text => ({ key: 'units.money', values: { currency } }),
};
