import type { Text } from '#format';
import { isFault } from '../cells/fault.ts';
import { shown } from '../cells/shown.ts';
import type { RowFault } from '../log-format.ts';
import type { Column, RowConflict, TableSpec } from './spec.ts';

/** What one record came to: a row, or all that is wrong with it. */
export type RecordResult<Row> = { row: Row } | { faults: RowFault[] };

function readCell<T>({ read, empty }: Column<T>, text: string): T | { fault: Text } {
  if (text !== '') return read(text);
  return empty === undefined ? { fault: { key: 'rejects.empty' } } : empty;
}

/**
 * Reads one record of a table from its texts by column, be they a file's cells or a form's fields; a column that is
 * not there is empty. All its faults are told at once, and a row is only made where there is none.
 */
export function readRecord<Cells extends object, Row>(
  texts: Readonly<Record<string, string | undefined>>,
  { columns, toRow }: TableSpec<Cells, Row>,
): RecordResult<Row> {
  const faults: RowFault[] = [];
  const known: Readonly<Record<string, Column<unknown>>> = columns;
  const add = (column: string | null, reason: Text) => {
    const text = column === null || known[column]?.secret ? '' : (texts[column] ?? '').trim();
    faults.push({ column, value: shown(text === '' ? null : text), reason });
  };
  const cells: Record<string, unknown> = {};
  for (const [name, column] of Object.entries(known)) {
    const value = readCell(column, (texts[name] ?? '').trim());
    if (isFault(value)) add(name, value.fault);
    else cells[name] = value;
  }
  if (faults.length > 0) return { faults };
  const row: Row | RowConflict = toRow(cells as Cells);
  if (!isFault(row)) return { row: row as Row };
  add((row as RowConflict).column, row.fault);
  return { faults };
}
