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
import { formatNames, formats } from './registry.ts';
import { type Unusable, UnusableFileError } from './unusable-file-error.ts';

/** A file whose header has been read: its rows' reader, and the facts that every batch carries. */
type OpenLog = { reader: RowReader; columns: number; facts: Omit<FileFacts, 'encoding'> };

function checkOptions({ vendor, vendors, program, programs, timezone }: ImportOptions, unusable: Unusable): void {
  if (vendor !== null && !vendors.has(vendor)) throw unusable({ key: 'files.unknown_vendor' }, { value: vendor });
  if (program !== null && !programs.has(program)) throw unusable({ key: 'files.unknown_program' }, { value: program });
  if (timezone !== null && !isZone(timezone)) throw unusable({ key: 'files.unknown_zone' }, { value: timezone });
}

function openLog(header: readonly string[], row: number, options: ImportOptions, unusable: Unusable): OpenLog {
  const inHeader: Unusable = (reason, place) => unusable(reason, { row, ...place });
  if (header.some((name) => name.includes('\0'))) throw inHeader({ key: 'files.nul_bytes' });
  const format = detectFormat(header, options.format === null ? formatNames : [options.format], inHeader);
  const reader = formats[format].reader(header, options, inHeader);
  const { ignoredColumns, unreported } = reader;
  return { reader, columns: header.length, facts: { format, ignoredColumns, unreported } };
}

function readRows({ first, rows, malformed, encoding }: RowBlock, log: OpenLog, bytesRead: number): CallBatch {
  const file = { ...log.facts, encoding };
  const batch: CallBatch = { file, calls: [], rejects: [], rejectedRows: 0, repeatedHour: 0, bytesRead };
  for (const [index, cells] of rows.entries()) {
    if (cells.length === 1 && isEmpty(cells)) continue;
    const row = first + index;
    const misshapen = shapeFault(cells, log.columns, malformed.has(row));
    const result = misshapen ? { faults: [misshapen] } : log.reader.read(cells, row);
    if ('call' in result) {
      batch.calls.push({ row, call: result.call });
      if (result.repeatedHour) batch.repeatedHour++;
    } else if (!isEmpty(cells)) {
      for (const fault of result.faults) batch.rejects.push({ row, ...fault });
      batch.rejectedRows++;
    }
  }
  return batch;
}

/**
 * Reads a call log from its bytes, some rows at a time, in memory that does not grow with the file. Rows that are no
 * calls come out as rejects beside the good ones; a file that cannot be used at all throws UnusableFileError, at its
 * very end where it is a compressed file that was cut off, so keep nothing of it before the generator is done.
 */
export async function* readCallLog(
  source: AsyncIterable<Uint8Array>,
  options: ImportOptions,
): AsyncGenerator<CallBatch, void, undefined> {
  const unusable: Unusable = (reason, place) => new UnusableFileError(options.fileName, reason, place);
  checkOptions(options, unusable);
  const read: BytesRead = { bytes: 0 };
  const texts = textBlocks(plainBlocks(counted(source, read), unusable), unusable);
  let log: OpenLog | null = null;
  for await (let block of csvRows(texts, unusable)) {
    if (log === null) {
      const index = block.rows.findIndex((cells) => !isEmpty(cells));
      const header = block.rows[index];
      if (header === undefined) continue;
      log = openLog(header, block.first + index, options, unusable);
      block = { ...block, first: block.first + index + 1, rows: block.rows.slice(index + 1) };
    }
    yield readRows(block, log, read.bytes);
  }
  if (log === null) throw unusable({ key: 'files.empty' });
}
