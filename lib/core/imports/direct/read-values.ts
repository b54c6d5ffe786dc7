import { type CallBatch, emptyBatch } from '../call-batch.ts';
import type { Document } from '../documents/document.ts';
import type { ValueBlock } from '../records/json/value-block.ts';
import type { OpenTable } from './read-rows.ts';
import { takeResult } from './take-result.ts';

/** A value as a cell of a table has it; null, a list or an object have none of their own. */
function cellOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Reads the objects of a JSON document as calls: their keys are the columns of a table. */
export async function* readValues(
  blocks: AsyncIterable<ValueBlock>,
  document: Document,
  { open, read, header }: { open: OpenTable; read: { bytes: number }; header: readonly string[] },
): AsyncGenerator<CallBatch> {
  const { file, name, unusable } = document;
  const { reader, format } = open(header, 0, unusable);
  const { ignoredColumns, metrics } = reader;
  for await (const { values, encoding } of blocks) {
    const batch = emptyBatch({ file, name, format, encoding, header, ignoredColumns, metrics }, read.bytes);
    for (const item of values) {
      const place = { file, row: item.row };
      if ('fault' in item) {
        takeResult(batch, place, { faults: [item.fault] });
        continue;
      }
      const record = (item.value ?? {}) as Record<string, unknown>;
      const cells = header.map((column) => cellOf(record[column]));
      if (!takeResult(batch, place, reader.read(cells, item.row)) && reader.mendable)
        batch.rejectedRows.push({ ...place, cells: reader.mendable(cells) });
    }
    yield batch;
  }
}
