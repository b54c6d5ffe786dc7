import { type CallBatch, emptyBatch, type FileFacts, type Place } from '../call-batch.ts';
import { needsZone } from '../cells/started-at.ts';
import type { RowBlock } from '../csv/rows.ts';
import { isEmpty, shapeFault } from '../csv/shape.ts';
import type { Document } from '../documents/document.ts';
import type { RowFault } from '../log-format.ts';
import type { ValueBlock } from '../records/json/value-block.ts';
import { columnNames, recordOf } from '../records/table-record.ts';
import type { Unusable } from '../unusable-file-error.ts';
import { exportLimit } from './export-limit.ts';
import type { Gather } from './gather.ts';
import type { PieceResult, PlatformFormat, ReadContext } from './platform-format.ts';

/** A record as a platform's format reads it, or why it is none. */
type NumberedRecord = { row: number } & ({ record: unknown } | { fault: RowFault });
type RecordBlock = { records: NumberedRecord[]; encoding: FileFacts['encoding'] };

/** The columns that are read; behind those of an open end a row has what it likes. */
type Columns = { names: readonly string[]; isOpen: boolean };

function columnsOf(header: readonly string[], openEnd: string | undefined): Columns {
  const names = columnNames(header);
  const isOpen = openEnd !== undefined && names.at(-1) === openEnd;
  return { names: isOpen ? names.slice(0, -1) : names, isOpen };
}

function recordIn(
  cells: readonly string[],
  row: number,
  { columns, malformed }: { columns: Columns | null; malformed: boolean },
): NumberedRecord {
  if (columns === null) return { row, record: cells.map((cell) => cell.trim()) };
  const { names, isOpen } = columns;
  const fault = shapeFault(isOpen ? cells.slice(0, names.length) : cells, names.length, malformed);
  return fault ? { row, fault } : { row, record: recordOf(names, cells) };
}

type Layout = { shape: 'table' | 'rows' } & Pick<PlatformFormat, 'openEnd'>;

/** Rows as records: objects by their header, or lists of cells where there is none. */
export async function* recordsOfRows(
  blocks: AsyncIterable<RowBlock>,
  { shape, openEnd }: Layout,
): AsyncGenerator<RecordBlock> {
  let columns: Columns | null = null;
  for await (const { first, rows, malformed, encoding } of blocks) {
    const records: NumberedRecord[] = [];
    for (const [index, cells] of rows.entries()) {
      if (isEmpty(cells)) continue;
      const row = first + index;
      if (shape === 'table' && columns === null) columns = columnsOf(cells, openEnd);
      else records.push(recordIn(cells, row, { columns, malformed: malformed.has(row) }));
    }
    yield { records, encoding };
  }
}

/** Values of JSON as records. */
export async function* recordsOfValues(blocks: AsyncIterable<ValueBlock>): AsyncGenerator<RecordBlock> {
  for await (const { values, encoding } of blocks)
    yield {
      records: values.map((item) => ('value' in item ? { row: item.row, record: item.value } : item)),
      encoding,
    };
}

/** A local time without a zone concerns the whole file: every other record has the same fault. */
export function refuseWithoutZone(faults: readonly RowFault[], row: number, unusable: Unusable): void {
  const local = faults.find(({ reason }) => reason.key === needsZone.fault.key);
  if (local) throw unusable(needsZone.fault, { row, column: local.column ?? '', value: local.value ?? '' });
}

function take(batch: CallBatch, place: Place, result: Exclude<PieceResult<unknown>, { key: string }>): void {
  if (result === null) batch.notCalls++;
  else {
    const faults = 'faults' in result ? result.faults : [{ column: null, value: null, reason: result.leftOut }];
    for (const fault of faults) batch.rejects.push({ ...place, ...fault });
    batch.rejected++;
  }
}

/** Reads a document's records as pieces of calls, into the gather; its batches have no calls yet. */
export async function* readPieces(
  blocks: AsyncIterable<RecordBlock>,
  { file, name, unusable, passedOver }: Document,
  {
    platform,
    format,
    gather,
    context,
    read,
  }: {
    platform: PlatformFormat;
    format: FileFacts['format'];
    gather: Gather;
    context: ReadContext;
    read: { bytes: number };
  },
): AsyncGenerator<CallBatch> {
  const { metrics } = platform;
  const limit = exportLimit(platform);
  let facts: FileFacts = { file, name, format, encoding: null, header: null, ignoredColumns: [], metrics, passedOver };
  for await (const { records, encoding } of blocks) {
    facts = { ...facts, encoding };
    const batch = emptyBatch(facts, read.bytes);
    for (const item of records) {
      if ('record' in item) limit.add(item.record);
      const place = { file, row: item.row };
      batch.rows++;
      const result = 'fault' in item ? { faults: [item.fault] } : platform.read(item.record, context);
      if (result !== null && 'key' in result) await gather.add(result.key, { ...place, piece: result.piece });
      else {
        if (result !== null && 'faults' in result) refuseWithoutZone(result.faults, item.row, unusable);
        take(batch, place, result);
      }
    }
    yield batch;
  }
  const fullAt = limit.reached();
  if (fullAt !== null) yield emptyBatch({ ...facts, fullAt }, read.bytes);
}
