import type { Call } from '#calls';
import type { Text } from '#format';
import type { Encoding } from './bytes/text-blocks.ts';
import type { FormatName } from './registry.ts';

/** A column that means nothing here, and the known column that it may have been meant for. */
export type IgnoredColumn = { column: string; similarTo: string | null };

/** Parts of a call's time that a log may leave out; handle time then lacks them. */
export type OptionalTime = 'wait' | 'hold' | 'wrap';

/**
 * What a source's figures are made of, so that nobody compares one vendor's handle time with another's that means
 * something else: parts that are not reported (unknown, never zero), and what the others leave out or include.
 */
export type MetricContract = {
  unreported: readonly (OptionalTime | 'abandoned')[];
  notes: readonly Text[];
};

/** What a person should be told of one document (a file, or a member of an archive) besides its rejects. */
export type FileFacts = {
  /** Which document of the delivery, counted from 1, and its name: `march.zip/calls.csv` in an archive. */
  file: number;
  name: string;
  format: FormatName;
  /** `windows-1252` is a guess: the file is not UTF-8 and does not say what it is. Null: it is no text (XLSX). */
  encoding: Encoding | null;
  /** Its header as written, where rejected rows can be mended under it; null where there is none. */
  header: readonly string[] | null;
  ignoredColumns: readonly IgnoredColumn[];
  metrics: MetricContract;
  /** Sheets of its workbook that hold no log, and were left out; told with the first that does. */
  passedOver: readonly string[];
  /** So many records of one kind it has, where that is exactly as many as the source's export gives at most. */
  fullAt?: number;
};

/**
 * Where a record stands. Tables are numbered as a spreadsheet does: the header is row 1, empty rows count. Of JSON by
 * line where each line is a record, else in order from 1.
 */
export type Place = { file: number; row: number };

/** One fault that keeps a record from being what it should; a record with several has several. */
export type RecordFault = {
  /** As the source names it, or as the canonical log does where the source has none; null where the whole record is at fault. */
  column: string | null;
  /** As written; null where empty, and for a customer reference, which is never kept. */
  value: string | null;
  reason: Text;
};

/** A fault of a call log's record, and where that stands. */
export type Reject = Place & RecordFault;

/** A fault of a row of one small table. */
export type RowReject = { row: number } & RecordFault;

/** A rejected row of a table: the cells that are read, as they may be sent again. A customer reference is its hash. */
export type RejectedRow = Place & { cells: readonly string[] };

/** Words of the vendor's that nobody has explained, with how many calls have them. */
type UnknownWords = ReadonlyMap<string, number>;

/** Some records of a delivery, in order. A delivery gives at least one batch, be it without calls. */
export type CallBatch = {
  /** The document that this batch comes from; of joined calls the last one. */
  file: FileFacts;
  calls: (Place & { call: Call })[];
  rejects: Reject[];
  rejectedRows: RejectedRow[];
  /** Records read, those that are rejected included; of joined calls none, they were counted as they were read. */
  rows: number;
  /** Records that this batch's rejects come from. */
  rejected: number;
  /** Records that speak of no call at all: an agent who logs in, a queue that restarts. */
  notCalls: number;
  /** Calls whose local time a clock change shows twice; the first of the two was taken. */
  repeatedHour: number;
  /** Dispositions that nobody explained; those calls' outcome is `other`. */
  unknownDispositions: UnknownWords;
  /** Bytes of the delivery (as stored, compressed or not) that were read so far. */
  bytesRead: number;
  /** Whether records are read (the file is the progress), or what was read is joined into calls. */
  phase: 'reading' | 'joining';
};

/** A batch that has nothing in it yet. */
export function emptyBatch(file: FileFacts, bytesRead: number, phase: CallBatch['phase'] = 'reading') {
  return {
    file,
    calls: [],
    rejects: [],
    rejectedRows: [],
    rows: 0,
    rejected: 0,
    notCalls: 0,
    repeatedHour: 0,
    unknownDispositions: new Map<string, number>(),
    bytesRead,
    phase,
  } satisfies CallBatch as CallBatch & { unknownDispositions: Map<string, number> };
}
