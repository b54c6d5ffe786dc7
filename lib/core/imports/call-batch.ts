import type { Call } from '#calls';
import type { Text } from '#format';
import type { Encoding } from './bytes/text-blocks.ts';
import type { FormatName } from './registry.ts';

/** A column that means nothing here, and the known column that it may have been meant for. */
export type IgnoredColumn = { column: string; similarTo: string | null };

/** Parts of a call's time that a log may leave out; handle time then lacks them. */
export type OptionalTime = 'wait' | 'hold' | 'wrap';

/** What a person should be told about the file besides its rejects. */
export type FileFacts = {
  format: FormatName;
  /** `windows-1252` is a guess: the file is not UTF-8 and does not say what it is. */
  encoding: Encoding;
  ignoredColumns: readonly IgnoredColumn[];
  unreported: readonly OptionalTime[];
};

/** One fault that keeps a row from being a call; a row with several has several rejects. */
export type Reject = {
  /** Row of the file as a spreadsheet numbers it: the header is row 1, empty rows count. */
  row: number;
  /** As the canonical log names it; null where the whole row is at fault. */
  column: string | null;
  /** As written; null where empty, and for a customer reference, which is never kept. */
  value: string | null;
  reason: Text;
};

/** Some rows of a call log, in order. A file gives at least one batch, be it without calls. */
export type CallBatch = {
  file: FileFacts;
  calls: { row: number; call: Call }[];
  rejects: Reject[];
  /** Rows that this batch's rejects come from. */
  rejectedRows: number;
  /** Calls whose local time a clock change shows twice; the first of the two was taken. */
  repeatedHour: number;
  /** Bytes of the file (as stored, compressed or not) that were read so far. */
  bytesRead: number;
};
