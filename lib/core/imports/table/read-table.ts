import { plainBlocks } from '../bytes/plain-blocks.ts';
import { type Encoding, textBlocks } from '../bytes/text-blocks.ts';
import type { IgnoredColumn, RowReject } from '../call-batch.ts';
import { ignoredColumns, lacks, named, positionsOf } from '../csv/header.ts';
import { csvRows } from '../csv/rows.ts';
import { isEmpty, shapeFault } from '../csv/shape.ts';
import type { RowFault } from '../log-format.ts';
import { type Unusable, UnusableFileError } from '../unusable-file-error.ts';
import { readRecord } from './read-record.ts';
import type { Column, TableSpec } from './spec.ts';

/** More than any month or year of most inputs has: a larger file is not what it is taken for. */
export const MOST_ROWS = 100_000;

/** A small file, read whole. It is for taking where there are no rejects: these files are taken whole or not at all. */
export type Table<Row> = {
  rows: Row[];
  rejects: RowReject[];
  /** Rows of the file that are not empty, rejected ones included. */
  count: number;
  ignoredColumns: readonly IgnoredColumn[];
  /** `windows-1252` is a guess. */
  encoding: Encoding;
};

type Numbered = { row: number; cells: readonly string[]; malformed: boolean; encoding: Encoding | null };

async function* numberedRows(bytes: Uint8Array, most: number, unusable: Unusable): AsyncGenerator<Numbered> {
  const source = (async function* () {
    yield bytes;
  })();
  let count = 0;
  for await (const block of csvRows(textBlocks(plainBlocks(source, unusable), unusable), unusable))
    for (const [index, cells] of block.rows.entries()) {
      if (isEmpty(cells)) continue;
      count++;
      if (count > most + 1) throw unusable({ key: 'files.too_many_rows', values: { most } });
      const row = block.first + index;
      yield { row, cells, malformed: block.malformed.has(row), encoding: block.encoding };
    }
}

/** Where the spec's columns stand in the header; throws where the header lacks one that cannot be left out. */
function openHeader(header: readonly string[], columns: Record<string, Column<unknown>>, unusable: Unusable) {
  if (header.some((name) => name.includes('\0'))) throw unusable({ key: 'files.nul_bytes' });
  const known = Object.keys(columns);
  const names = header.map(named);
  const missing = known.filter((name) => columns[name]?.empty === undefined && !names.includes(name));
  const [column] = missing;
  if (column !== undefined) throw unusable(lacks(missing, header), { column });
  return { positions: positionsOf(header, known, unusable), ignored: ignoredColumns(header, known) };
}

/** Tells which earlier row of the file, if any, is of the same thing; remembers the row. */
function repeats(): (key: string, row: number) => RowFault | null {
  const seen = new Map<string, number>();
  return (key, row) => {
    const first = seen.get(key);
    if (first === undefined) seen.set(key, row);
    return first === undefined
      ? null
      : { column: null, value: null, reason: { key: 'rejects.repeated_row', values: { row: first } } };
  };
}

/**
 * Reads a small table from the bytes of a file, as the call log is read: `,` `;` or tab, quotes, UTF-8, UTF-16 or
 * windows-1252, plain or gzip, header names in any order and capitals. Every fault of every row is a reject with its
 * row, column and value. Throws UnusableFileError where the file is no such table at all.
 */
export async function readTable<Cells extends object, Row>(
  bytes: Uint8Array,
  spec: TableSpec<Cells, Row>,
  { fileName }: { fileName: string },
): Promise<Table<Row>> {
  const unusable: Unusable = (reason, place) => new UnusableFileError(fileName, reason, place);
  const repeated = repeats();
  const table: Table<Row> = { rows: [], rejects: [], count: 0, ignoredColumns: [], encoding: 'utf-8' };
  let open: { positions: Map<string, number>; columns: number } | null = null;
  for await (const { row, cells, malformed, encoding } of numberedRows(bytes, spec.mostRows ?? MOST_ROWS, unusable)) {
    if (encoding !== null) table.encoding = encoding;
    if (open === null) {
      const { positions, ignored } = openHeader(cells, spec.columns, (reason, place) =>
        unusable(reason, { row, ...place }),
      );
      open = { positions, columns: cells.length };
      table.ignoredColumns = ignored;
      continue;
    }
    table.count++;
    const { faults, read } = readRow(cells, { spec, ...open, malformed });
    const again = read && spec.key ? repeated(spec.key(read.row), row) : null;
    for (const fault of again ? [again] : faults) table.rejects.push({ row, ...fault });
    if (read && !again) table.rows.push(read.row);
  }
  if (open === null) throw unusable({ key: 'files.empty' });
  return table;
}

type Opened<Cells extends object, Row> = {
  spec: TableSpec<Cells, Row>;
  positions: ReadonlyMap<string, number>;
  columns: number;
  malformed: boolean;
};

function readRow<Cells extends object, Row>(
  cells: readonly string[],
  { spec, positions, columns, malformed }: Opened<Cells, Row>,
): { faults: RowFault[]; read: { row: Row } | null } {
  const misshapen = shapeFault(cells, columns, malformed);
  if (misshapen) return { faults: [misshapen], read: null };
  const texts = Object.fromEntries([...positions].map(([name, index]) => [name, cells[index]]));
  const read = readRecord(texts, spec);
  return 'faults' in read ? { faults: read.faults, read: null } : { faults: [], read };
}
