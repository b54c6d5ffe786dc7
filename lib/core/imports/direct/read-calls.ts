import type { BytesRead } from '../bytes/blocks.ts';
import type { CallBatch } from '../call-batch.ts';
import { headerOf, mappingFor } from '../detect-format.ts';
import type { Document } from '../documents/document.ts';
import { canonicalColumns, requiredColumns } from '../formats/canonical/columns.ts';
import type { ImportOptions } from '../import-options.ts';
import { mappingReader } from '../mapping/reader.ts';
import type { Mapping } from '../mapping/schema.ts';
import { columnsOf } from '../mapping/source.ts';
import type { Records } from '../records/open-records.ts';
import { formats } from '../registry.ts';
import { type OpenTable, readRows } from './read-rows.ts';
import { type KeyNames, readValues } from './read-values.ts';

function openTable(options: ImportOptions, mapping: Mapping | null): OpenTable {
  if (mapping === null)
    return (header, _, unusable) => ({
      format: 'canonical',
      reader: formats.canonical.reader(header, options, unusable),
    });
  return (header, row, unusable) => ({
    format: 'mapping',
    reader: mappingReader(header, mapping, options, unusable, row),
  });
}

/** Columns of what a call may lack: no record of the first ones need have them. */
function optionalColumns({ columns }: Mapping): string[] {
  const required: readonly string[] = requiredColumns;
  return Object.entries(columns).flatMap(([target, written]) =>
    required.includes(target) || written === undefined ? [] : columnsOf(written),
  );
}

/** What a document's first records have for columns, and what later ones may bring that matters. */
function namesOf(records: Records, mapping: Mapping | null): KeyNames {
  const keys = headerOf(records);
  if (mapping === null) return { keys, wanted: canonicalColumns };
  return { keys: [...new Set([...keys, ...optionalColumns(mapping)])], wanted: [] };
}

/** Reads a document of which every record is a call: the canonical log, or a table by a mapping of its columns. */
export async function* readCalls(
  document: Document,
  records: Records,
  { options, read }: { options: ImportOptions; read: BytesRead },
): AsyncGenerator<CallBatch> {
  const mapping = mappingFor(records, options);
  const open = openTable(options, mapping);
  if (records.kind === 'rows') yield* readRows(records.read(true), document, { open, read });
  else yield* readValues(records.read('all_numbers'), document, { open, read, names: namesOf(records, mapping) });
}
