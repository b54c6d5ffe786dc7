import type { Say } from '#format';
import type { Row, Table } from '#reports';
import { fileTable } from './file-table.ts';
import { rowsCsv } from './rows-csv.ts';

/** A table as CSV whose rows come in batches: as many as there are, never all of them at once. */
export function tableCsv(table: Table, pages: AsyncIterable<readonly Row[]>, say: Say): ReadableStream<Uint8Array> {
  const { head } = fileTable({ ...table, rows: [] }, say);
  return rowsCsv(head, pages, (row) => fileTable({ ...table, rows: [row] }, say).rows[0] ?? []);
}
