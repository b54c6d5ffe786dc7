import type { Call } from '#calls';
import type { IgnoredColumn, MetricContract, RecordFault } from './call-batch.ts';
import type { ImportOptions } from './import-options.ts';
import type { Unusable } from './unusable-file-error.ts';

export type RowFault = RecordFault;

/** What one row came to: a call, or all that is wrong with it. */
export type RowResult = { call: Call; repeatedHour: boolean } | { faults: RowFault[] };

/** A file whose header has been understood: what it leaves out, and how a row of its cells is read. */
export type RowReader = {
  ignoredColumns: readonly IgnoredColumn[];
  metrics: MetricContract;
  /** Throws where the row shows that the whole file cannot be used. */
  read(cells: readonly string[], row: number): RowResult;
  /**
   * A row's cells as they may be kept, mended and sent again: those that are read, a customer reference as its hash.
   * Null: a row means something only in its own file (an id made of its place, a year that follows from the order),
   * so that the file itself must be mended.
   */
  mendable: ((cells: readonly string[]) => string[]) | null;
};

/** One platform's call log: how its header is known, and how its rows become calls. */
export type LogFormat = {
  /** The columns that this format cannot do without and the header lacks; none = the file is of this format. */
  missing(header: readonly string[]): string[];
  /** Makes the reader of one file's rows; throws where header and options do not suffice. */
  reader(header: readonly string[], options: ImportOptions, unusable: Unusable): RowReader;
};
