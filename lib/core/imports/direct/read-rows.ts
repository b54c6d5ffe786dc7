import { type CallBatch, emptyBatch, type FileFacts } from '../call-batch.ts';
import type { RowBlock } from '../csv/rows.ts';
import { isEmpty, shapeFault } from '../csv/shape.ts';
import type { Document } from '../documents/document.ts';
import type { RowReader } from '../log-format.ts';
import type { Unusable } from '../unusable-file-error.ts';
import { keepRow, takeResult } from './take-result.ts';

/** Makes the reader of a table's rows of its header, which stands in the row of that number. */
export type OpenTable = (
  header: readonly string[],
  headerRow: number,
  unusable: Unusable,
) => { reader: RowReader; format: FileFacts['format'] };

/** A table whose header has been read. */
type OpenLog = { reader: RowReader; columns: number; facts: Omit<FileFacts, 'encoding'> };

function openLog(
  header: readonly string[],
  row: number,
  { file, name, unusable, passedOver }: Document,
  open: OpenTable,
): OpenLog {
  const inHeader: Unusable = (reason, place) => unusable(reason, { row, ...place });
  if (header.some((cell) => cell.includes('\0'))) throw inHeader({ key: 'files.nul_bytes' });
  const { reader, format } = open(header, row, inHeader);
  const { ignoredColumns, metrics } = reader;
  const mendable = reader.mendable ? header : null;
  const facts = { file, name, format, header: mendable, ignoredColumns, metrics, passedOver };
  return { reader, columns: header.length, facts };
}

function readBlock({ first, rows, malformed, encoding }: RowBlock, log: OpenLog, bytesRead: number): CallBatch {
  const batch = emptyBatch({ ...log.facts, encoding }, bytesRead);
  const { file } = log.facts;
  for (let index = 0; index < rows.length; index++) {
    const cells = rows[index] ?? [];
    if (cells.length === 1 && isEmpty(cells)) continue;
    const place = { file, row: first + index };
    const misshapen = shapeFault(cells, log.columns, malformed.has(place.row));
    const result = misshapen ? { faults: [misshapen] } : log.reader.read(cells, place.row);
    if (!('call' in result) && isEmpty(cells)) continue;
    if (!takeResult(batch, place, result) && !misshapen) keepRow(batch, place, log.reader, cells);
  }
  return batch;
}

/** Reads the rows under a header as calls. */
export async function* readRows(
  blocks: AsyncIterable<RowBlock>,
  document: Document,
  { open, read }: { open: OpenTable; read: { bytes: number } },
): AsyncGenerator<CallBatch> {
  let log: OpenLog | null = null;
  for await (let block of blocks) {
    if (log === null) {
      const index = block.rows.findIndex((cells) => !isEmpty(cells));
      const header = block.rows[index];
      if (header === undefined) continue;
      log = openLog(header, block.first + index, document, open);
      block = { ...block, first: block.first + index + 1, rows: block.rows.slice(index + 1) };
    }
    yield readBlock(block, log, read.bytes);
  }
  if (log === null) throw document.unusable({ key: 'files.empty' });
}
