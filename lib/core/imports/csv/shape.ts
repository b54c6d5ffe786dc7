import type { Text } from '#format';
import type { RowFault } from '../log-format.ts';

/** Columns that a call log may have: platforms' reports have a few hundred at most. */
export const MOST_COLUMNS = 2_000;

/** Whether a row has nothing in it. */
export function isEmpty(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}

/** What keeps a row's cells from being those of the header's columns; null = nothing. */
export function shapeFault(cells: readonly string[], columns: number, malformed: boolean): RowFault | null {
  const fault = (reason: Text) => ({ column: null, value: null, reason });
  if (malformed) return fault({ key: 'rejects.quote_not_doubled' });
  if (cells.length === columns) return null;
  return fault({ key: 'rejects.wrong_width', values: { cells: cells.length, columns } });
}
