import type { BatchPhase } from '#db';
import type { Text } from '#format';
import type { Reject } from '#imports';

/** How far an import has come. */
export type ImportProgress = {
  phase: BatchPhase;
  rows: number;
  rejected: number;
  bytesRead: number;
  bytesTotal: number | null;
};

/** What an import came to. Each row is a call's, or repeated, rejected, or speaks of none. */
export type ImportResult = {
  batch: string;
  format: string;
  rows: number;
  /** Calls that the rows came to, and rows that speak of no call at all. */
  calls: number;
  notCalls: number;
  inserted: number;
  updated: number;
  unchanged: number;
  /** Calls whose id comes again further down: the last one stands. */
  repeated: number;
  rejected: number;
  /** The first of them; all are kept with the batch. */
  rejects: Reject[];
  days: number;
  seconds: number;
  warnings: Text[];
  /** The batch whose content this is once more: then nothing was read. */
  repeatOf: string | null;
};
