import type { Cell, Text } from '#format';
import type { Column, Row } from './report.ts';
import type { Worked } from './worked.ts';

/**
 * A column of a table with how its cell is made of an item: a table is a list of these. Null = does not apply to the
 * item, which is neither unknown nor 0.
 */
export type ColumnOf<Item> = Column & {
  cell: (item: Item) => Cell | null;
  /** How the figure of an item came about; null where it is not known. */
  worked?: (item: Item) => Worked | null;
};

/** The heads of the columns, as a report holds them. */
export function heads<Item>(columns: readonly ColumnOf<Item>[]): Column[] {
  return columns.map(({ cell: _, worked: __, ...column }) => column);
}

/** The cells of one item. */
export function cellsOf<Item>(columns: readonly ColumnOf<Item>[], item: Item): Row['cells'] {
  const cells = columns.map((column) => [column.id, column.cell(item)] as const);
  return Object.fromEntries(cells.filter((entry): entry is [string, Cell] => entry[1] !== null));
}

/** The figures of one item that can be worked through, as a row holds them. */
export function workedOf<Item>(columns: readonly ColumnOf<Item>[], item: Item): Pick<Row, 'worked'> {
  const entries = columns.map((column) => [column.id, column.worked?.(item) ?? null] as const);
  const known = entries.filter((entry): entry is [string, Worked] => entry[1] !== null);
  return known.length === 0 ? {} : { worked: Object.fromEntries(known) };
}

/** The same columns over another item that holds the first. */
export function over<Inner, Outer>(
  columns: readonly ColumnOf<Inner>[],
  inner: (outer: Outer) => Inner,
): ColumnOf<Outer>[] {
  return columns.map(({ worked, ...column }) => ({
    ...column,
    cell: (outer) => column.cell(inner(outer)),
    ...(worked && { worked: (outer) => worked(inner(outer)) }),
  }));
}

/** Units in the heads of columns. */
export const unit = {
  seconds: { key: 'units.seconds' },
  percent: { key: 'units.percent' },
  money: (currency: string): Text => ({ key: 'units.money', values: { currency } }),
};
