import type { Sample } from '../platform-format.ts';
import { knows } from './knows.ts';

/** Whether rows without a header are known by one of them, the first being no header that is known. */
export function knowsRows(
  { records }: Sample,
  isRow: (cells: readonly string[]) => boolean,
  header: { all: readonly string[]; any: readonly string[] },
): boolean {
  const rows = records.filter((row): row is string[] => Array.isArray(row));
  const first: Sample = { shape: 'table', header: rows[0] ?? [], records: [], delimiter: null };
  return rows.some(isRow) && !knows(first, header.all, header.any);
}
