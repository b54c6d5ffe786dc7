import { isObject } from '../is-object.ts';

/** The cells of a record by column; the keys of objects within it are joined with a point. */
export type FlatRecord = ReadonlyMap<string, string>;

/** Columns that one record may have. */
const MOST_CELLS = 2_000;

/** A list stays JSON, nothing is empty, everything else its own text. */
function cellOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function flatten(record: Record<string, unknown>, above: string, cells: Map<string, string>): void {
  for (const [key, value] of Object.entries(record)) {
    if (cells.size >= MOST_CELLS) return;
    const column = above === '' ? key : `${above}.${key}`;
    if (isObject(value)) flatten(value, column, cells);
    else cells.set(column, cellOf(value));
  }
}

/** An object of JSON as a row of a table; null where it is none. */
export function flatRecord(value: unknown): FlatRecord | null {
  if (!isObject(value)) return null;
  const cells = new Map<string, string>();
  flatten(value, '', cells);
  return cells;
}
