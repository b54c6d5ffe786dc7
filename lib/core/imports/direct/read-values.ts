import type { BytesRead } from '../bytes/blocks.ts';
import { type CallBatch, emptyBatch } from '../call-batch.ts';
import type { Document } from '../documents/document.ts';
import type { RowFault } from '../log-format.ts';
import { flatRecord } from '../records/flat-record.ts';
import type { NumberedValue, ValueBlock } from '../records/json/value-block.ts';
import { keyColumns } from './key-columns.ts';
import type { OpenTable } from './read-rows.ts';
import { keepRow, takeResult } from './take-result.ts';

const notAnObject: RowFault = { column: null, value: null, reason: { key: 'rejects.not_an_object' } };

/** Columns that the first records have, and columns that later ones may bring. */
export type KeyNames = { keys: readonly string[]; wanted: readonly string[] };

/** The reader of records' cells, made anew where a record brings a column. */
function reopening({ keys, wanted }: KeyNames, { unusable }: Document, open: OpenTable) {
  const columns = keyColumns(keys, wanted);
  let width = columns.header.length;
  let opened = open([...columns.header], 0, unusable);
  const rowOf = (item: NumberedValue): { cells: readonly string[] } | { fault: RowFault } => {
    if ('fault' in item) return item;
    const record = flatRecord(item.value);
    if (record === null) return { fault: notAnObject };
    const cells = columns.cellsOf(record);
    if (columns.header.length > width) {
      width = columns.header.length;
      opened = open([...columns.header], 0, unusable);
    }
    return { cells };
  };
  return { rowOf, current: () => ({ ...opened, header: columns.header }) };
}

/** Reads the objects of a JSON document as calls: their keys are the columns of a table. */
export async function* readValues(
  blocks: AsyncIterable<ValueBlock>,
  document: Document,
  { open, read, names }: { open: OpenTable; read: BytesRead; names: KeyNames },
): AsyncGenerator<CallBatch> {
  const { file, name, passedOver } = document;
  const table = reopening(names, document, open);
  for await (const { values, encoding } of blocks) {
    const rows = values.map((item) => ({ place: { file, row: item.row }, ...table.rowOf(item) }));
    const { reader, format, header } = table.current();
    const { ignoredColumns, metrics } = reader;
    const facts = {
      file,
      name,
      format,
      encoding,
      header: reader.mendable && [...header],
      ignoredColumns,
      metrics,
      passedOver,
    };
    const batch = emptyBatch(facts, read.bytes);
    for (const { place, ...row } of rows)
      if ('fault' in row) takeResult(batch, place, { faults: [row.fault] });
      else if (!takeResult(batch, place, reader.read(row.cells, place.row))) keepRow(batch, place, reader, row.cells);
    yield batch;
  }
}
