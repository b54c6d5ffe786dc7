import type { Dialect } from '../csv/dialect.ts';
import { parseRows } from '../csv/rows.ts';
import { isEmpty } from '../csv/shape.ts';
import type { Sample } from '../platform/platform-format.ts';
import { columnNames, recordOf } from './table-record.ts';

/** Records that telling a document's format looks at. */
export const SAMPLED = 50;

/** The first rows of a text that have something in them; of a beginning only those that end in it. */
export function firstRows(head: string, whole: boolean, dialect: Dialect): string[][] {
  const rows = parseRows(head, dialect, whole).data.filter((cells) => !isEmpty(cells));
  return rows.slice(0, SAMPLED + 1);
}

/** The number of a text's first row that has something in it. */
export function headerRowOf(head: string, dialect: Dialect): number {
  return 1 + parseRows(head, dialect, true).data.findIndex((cells) => !isEmpty(cells));
}

/** What rows look like under a header, or without one. */
export function rowsSample(shape: 'table' | 'rows', rows: readonly string[][], delimiter: string | null): Sample {
  if (shape === 'rows') {
    const records = rows.slice(0, SAMPLED).map((cells) => cells.map((cell) => cell.trim()));
    return { shape, header: [], records, delimiter };
  }
  const header = columnNames(rows[0] ?? []);
  return { shape, header, records: rows.slice(1).map((cells) => recordOf(header, cells)), delimiter };
}
