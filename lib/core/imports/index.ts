/**
 * Files: the bytes of a call log become canonical calls and rejects, in a stream, with nothing of the world but zlib;
 * those of the small tables (hours, scores, forecasts, price indices, revenue events) become rows, by a list of their columns.
 *
 * A delivery is one or more files, each plain, gzip, a zip archive or an Excel workbook, known by its first bytes and never
 * by its name. It comes to documents: texts, members of archives, sheets that hold a log (docs/decisions/0010).
 * - Text is UTF-8 with or without a byte order mark, UTF-16 with one, else windows-1252. A table's cells are separated by
 *   `,` `;` tab or `|`, its rows ended by LF, CRLF or CR, quotes as in RFC 4180. JSON is lines, a list, pages of an answer,
 *   or objects one after the other.
 * - Whose log a document is shows in its columns or keys: the canonical log, a platform's, or a table to be mapped. A
 *   platform's records are pieces of calls, gathered over the whole delivery and joined when all of it was read.
 *
 * The canonical log is a table, or JSON whose keys are its columns. Header names are trimmed and in any capitals; columns
 * that mean nothing here are ignored and reported.
 * - Rows are numbered as a spreadsheet does: the header is row 1, empty rows count, a quoted line break does not. Records
 *   of JSON are numbered by line where each line is one, else in order from 1.
 * - An empty cell is unknown, never zero; `-`, `N/A`, `[None]` in a column of numbers reject their row.
 * - Only `call_id`, `started_at` and `talk_s` are needed, and a vendor by column or by the import. A row without a
 *   program takes the import's or `default`; without direction or currency, its program's; without `answered`, talk > 0.
 * - `started_at` without an offset is local to the import's zone; a bare date is the day's first moment; a time that a
 *   clock change skips is a reject, one that it shows twice is the first of the two and counted in `repeatedHour`.
 * - Outcome: a disposition declared as left out is a reject with the declared reason; else the row's own outcome; else
 *   the vendor's outcome map, else the disposition where it is itself an outcome; another one is a reject; none at all
 *   is `other`.
 * - Any other table is read by a mapping of its columns (docs/mapping.md), saved for its header or proposed from its first
 *   rows; a preview tells what a delivery would become, and writes nothing.
 * - Rejects keep the value that was written, save customer references, which leave here only as a keyed hash.
 * - A small table is for taking whole or not at all; a form's fields are read as one row of it is.
 * - What makes a whole file unusable throws UnusableFileError.
 * - A change by which the same bytes become other calls raises READER_VERSION (#operations), or they are taken for a repeat.
 * - Reasons are messages of the catalogue with their values (`rejects`, `files`), for whoever shows them to say.
 *
 * Does not own: where the bytes come from (#operations), what becomes of a call id seen before (#db).
 */
export type {
  CallBatch,
  FileFacts,
  MetricContract,
  OptionalTime,
  Place,
  RecordFault,
  Reject,
  RejectedRow,
  RowReject,
} from './call-batch.ts';
export { readReferenceRates } from './exchange-rates.ts';
export type { CanonicalColumn } from './formats/canonical/columns.ts';
export type { ImportOptions } from './import-options.ts';
export { type ForecastEntry, forecastTable } from './inputs/forecast.ts';
export { type HoursEntry, hoursTable } from './inputs/hours.ts';
export { type IndexEntry, indicesTable } from './inputs/indices.ts';
export { inputColumns } from './inputs/input-columns.ts';
export { type InvoiceEntry, invoicesTable } from './inputs/invoices.ts';
export { ratesTable } from './inputs/rates.ts';
export { type RevenueEntry, type RevenueScope, revenueTable } from './inputs/revenue.ts';
export type { InputScope } from './inputs/scope.ts';
export { type ScoreEntry, scoresTable } from './inputs/scores.ts';
export { chooseMapping, type SavedMapping } from './mapping/choose.ts';
export { type MappingIssue, parseMapping } from './mapping/parse.ts';
export { type DateQuestion, type MappingProposal, type ProposedColumn, proposeMapping } from './mapping/propose.ts';
export { type DraftMapping, type DurationUnit, durationUnits, type Mapping } from './mapping/schema.ts';
export { type Gather, gatherInMemory, MOST_PIECES, type Placed } from './platform/gather.ts';
export { type Preview, type PreviewDocument, previewCallLog } from './preview/preview.ts';
export type { PreviewRecord } from './preview/tally.ts';
export { readCallLog } from './read-call-log.ts';
export { type FormatName, formatNames, joinedAs } from './registry.ts';
export { fileOfBytes, fileOfStream, type SourceFile } from './source-file.ts';
export { readRecord } from './table/read-record.ts';
export { readTable, type Table } from './table/read-table.ts';
export type { TableSpec } from './table/spec.ts';
export { UnusableFileError } from './unusable-file-error.ts';
export type { VendorWords } from './vendor-words.ts';
