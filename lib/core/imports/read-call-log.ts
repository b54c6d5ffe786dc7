import { isZone } from '#time';
import { type BytesRead, counted } from './bytes/blocks.ts';
import { plainBlocks } from './bytes/plain-blocks.ts';
import { textBlocks } from './bytes/text-blocks.ts';
import type { CallBatch, FileFacts } from './call-batch.ts';
import { csvRows, type RowBlock } from './csv/rows.ts';
import { isEmpty, shapeFault } from './csv/shape.ts';
import { detectFormat } from './detect-format.ts';
import type { ImportOptions } from './import-options.ts';
import type { RowReader } from './log-format.ts';
import type { SourceFile } from './source-file.ts';
import { type Unusable, UnusableFileError } from './unusable-file-error.ts';

/** A document whose header has been read: its rows' reader, and the facts that every batch carries. */
type OpenLog = { reader: RowReader; columns: number; facts: Omit<FileFacts, 'encoding'> };

function checkOptions({ vendor, vendors, program, programs, timezone }: ImportOptions, unusable: Unusable): void {
  if (vendor !== null && !vendors.has(vendor)) throw unusable({ key: 'files.unknown_vendor' }, { value: vendor });
  if (program !== null && !programs.has(program)) throw unusable({ key: 'files.unknown_program' }, { value: program });
  if (timezone !== null && !isZone(timezone)) throw unusable({ key: 'files.unknown_zone' }, { value: timezone });
}

type Document = { file: number; name: string };

function openLog(
  header: readonly string[],
  row: number,
  document: Document,
  options: ImportOptions,
  unusable: Unusable,
) {
  const inHeader: Unusable = (reason, place) => unusable(reason, { row, ...place });
  if (header.some((name) => name.includes('\0'))) throw inHeader({ key: 'files.nul_bytes' });
  const { format, reader } = detectFormat(header, options, inHeader);
  const { ignoredColumns, metrics } = reader;
  const log: OpenLog = {
    reader,
    columns: header.length,
    facts: { ...document, format, header: reader.mendable ? header : null, ignoredColumns, metrics },
  };
  return log;
}

function readRows({ first, rows, malformed, encoding }: RowBlock, log: OpenLog, bytesRead: number): CallBatch {
  const file = { ...log.facts, encoding };
  const batch: CallBatch = {
    file,
    calls: [],
    rejects: [],
    rejectedRows: [],
    rows: 0,
    rejected: 0,
    notCalls: 0,
    repeatedHour: 0,
    unknownDispositions: new Map(),
    bytesRead,
    phase: 'reading',
  };
  for (const [index, cells] of rows.entries()) {
    if (cells.length === 1 && isEmpty(cells)) continue;
    const place = { file: file.file, row: first + index };
    const misshapen = shapeFault(cells, log.columns, malformed.has(place.row));
    const result = misshapen ? { faults: [misshapen] } : log.reader.read(cells, place.row);
    if ('call' in result) {
      batch.calls.push({ ...place, call: result.call });
      if (result.repeatedHour) batch.repeatedHour++;
      batch.rows++;
    } else if (!isEmpty(cells)) {
      for (const fault of result.faults) batch.rejects.push({ ...place, ...fault });
      if (!misshapen && log.reader.mendable) batch.rejectedRows.push({ ...place, cells: log.reader.mendable(cells) });
      batch.rejected++;
      batch.rows++;
    }
  }
  return batch;
}

/** Reads one document: a table under a header. */
async function* readDocument(
  source: SourceFile,
  { document, options, read }: { document: Document; options: ImportOptions; read: BytesRead },
): AsyncGenerator<CallBatch> {
  const unusable: Unusable = (reason, place) => new UnusableFileError(document.name, reason, place);
  const texts = textBlocks(plainBlocks(counted(source.open(), read), unusable), unusable);
  let log: OpenLog | null = null;
  for await (let block of csvRows(texts, unusable)) {
    if (log === null) {
      const index = block.rows.findIndex((cells) => !isEmpty(cells));
      const header = block.rows[index];
      if (header === undefined) continue;
      log = openLog(header, block.first + index, document, options, unusable);
      block = { ...block, first: block.first + index + 1, rows: block.rows.slice(index + 1) };
    }
    yield readRows(block, log, read.bytes);
  }
  if (log === null) throw unusable({ key: 'files.empty' });
}

/**
 * Reads a delivery of one or more files as call logs, some records at a time, in memory that does not grow with them.
 * Records that are no calls come out as rejects beside the good ones; a file that cannot be used at all throws
 * UnusableFileError, at its very end where it is a compressed file that was cut off, so keep nothing of it before the
 * generator is done.
 */
export async function* readCallLog(
  files: readonly SourceFile[],
  options: ImportOptions,
): AsyncGenerator<CallBatch, void, undefined> {
  const [first] = files;
  if (first === undefined) throw new Error('a delivery has no file');
  checkOptions(options, (reason, place) => new UnusableFileError(first.name, reason, place));
  const read: BytesRead = { bytes: 0 };
  for (const [index, source] of files.entries())
    yield* readDocument(source, { document: { file: index + 1, name: source.name }, options, read });
}
