import type { Fault } from '../cells/fault.ts';

/** Reads a trimmed cell that is not empty: its value, or why it has none. */
type CellReader<T> = (text: string) => T | Fault;

/**
 * How the cells of one column are read. `empty` is the value of an empty cell; without it an empty cell is a fault. What
 * is `secret` no fault repeats: a customer's reference, for one.
 */
export type Column<T> = { read: CellReader<T>; empty?: T; secret?: true };

/** A column that every row must fill, and without which a file is refused. */
export function needed<T>(read: CellReader<T>): Column<T> {
  return { read };
}

/** A column that a row may leave empty and a file may lack: the value is then null, or the one given. */
export function optional<T>(read: CellReader<T>): Column<T | null>;
export function optional<T>(read: CellReader<T>, empty: T): Column<T>;
export function optional<T>(read: CellReader<T>, empty: T | null = null): Column<T | null> {
  return { read, empty };
}

/** A fault of a row whose every cell could be read: cells that contradict each other, or say nothing together. */
export type RowConflict = Fault & { column: string | null };

/**
 * A small table: its columns by their name in the header, what a row of them means, and what a row is of (its key),
 * since two rows of one file with the same key leave open which of them counts.
 */
export type TableSpec<Cells extends object, Row> = {
  columns: { readonly [Name in keyof Cells & string]: Column<Cells[Name]> };
  toRow: (cells: Cells) => Row | RowConflict;
  key?: (row: Row) => string;
  /** More rows than such a file has. */
  mostRows?: number;
};
