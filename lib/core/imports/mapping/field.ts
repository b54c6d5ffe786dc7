import type { Text } from '#format';
import { type Fault, isFault } from '../cells/fault.ts';
import { shown } from '../cells/shown.ts';
import type { RowFault } from '../log-format.ts';
import { type Source, sourceOf, type Written } from './source.ts';

/** One value of a call: where it comes from, and how its text is read. Null = no column, or an empty cell. */
export type Field<T> = {
  source: Source | null;
  /** Its own name, for faults of what no column holds. */
  target: string;
  read: (text: string) => T | Fault;
};

/** Makes a value's field in a table with this header; a value that the mapping leaves out is always null. */
export function fieldOf<T>(
  target: string,
  written: Written | undefined,
  { header, read }: { header: readonly string[]; read: (text: string) => T | Fault },
): Field<T> {
  return { target, source: written ? sourceOf(written, header) : null, read };
}

/** A row of cells being read, with the faults found so far. */
export type Reading = { cells: readonly string[]; row: number; faults: RowFault[] };

/** What is wrong with a value of a row, by its column's own name; a customer reference is never shown. */
export function faultOf(
  { source, target }: Field<unknown>,
  { cells, row }: Omit<Reading, 'faults'>,
  reason: Text,
): RowFault {
  const value = target === 'customer_ref' ? null : shown(source?.text(cells, row));
  return { column: source?.column ?? target, value, reason };
}

/** The value of a field in a row; null where there is none or it cannot be read, which is then one of the faults. */
export function take<T>(field: Field<T>, reading: Reading): T | null {
  const text = field.source?.text(reading.cells, reading.row) ?? null;
  if (text === null) return null;
  const value = field.read(text);
  if (!isFault(value)) return value;
  reading.faults.push(faultOf(field, reading, value.fault));
  return null;
}

/** The value of a field that every call must have. */
export function needed<T>(field: Field<T>, reading: Reading): T | null {
  const before = reading.faults.length;
  const value = take(field, reading);
  if (value === null && reading.faults.length === before)
    reading.faults.push(faultOf(field, reading, { key: 'rejects.empty' }));
  return value;
}
