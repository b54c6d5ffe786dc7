import type { Batch, BatchStatus } from '#db';
import type { Text } from '#format';
import type { Place } from '#imports';
import type { View } from '#pricing';
import type { Report } from '#reports';
import type { State } from '#verdicts';

export type Choice = { id: string; label: string };

/** What the header of a dashboard page offers and which of it is chosen; everything chosen is in the address. */
export type Filters = {
  /** Chosen period, local days, half-open. */
  from: string;
  to: string;
  /** First and one-past-last day with calls; null without any. */
  data: { from: string; to: string } | null;
  /** Ready-made periods: ids are message keys `periods.<id>`. */
  presets: { id: string; from: string; to: string }[];
  program: string | null;
  programs: Choice[];
  /** Which amounts charges are: what invoices say, or one-off amounts spread. */
  view: View;
};

export type OverviewView = {
  filters: Filters;
  /** Sections: table `vendors`, time chart `cost-revenue`. */
  report: Report;
  /** Whether what is shown is the demonstration, whose vendors and money are invented. */
  demonstration: boolean;
};

export type VendorView = OverviewView & {
  /** How each price model shown is judged; `program` is its name, null = one price for all programs. */
  states: { program: string | null; state: State; since: string | null }[];
  vendor: { code: string; name: string; country: string | null; timezone: string; status: string; color: number };
};

/** What an import is at the moment, and what it came to. Times in milliseconds since the epoch. */
export type BatchSummary = Omit<
  Batch,
  'vendor' | 'vendorName' | 'startedAt' | 'finishedAt' | 'undoneAt' | 'bytesRead' | 'bytesTotal' | 'warnings' | 'error'
> & {
  /** Empty where every row names its own. */
  vendor: string;
  vendorName: string;
  startedAt: number;
  undoneAt: number | null;
  seconds: number | null;
  /** Bytes read so far and in all; null where the size is not known beforehand. */
  bytes: { read: number; total: number | null };
  /** What the reader of the file noticed, in sentences. */
  warnings: Text[];
  error: Text | null;
};

/** Which imports are listed. */
export type ImportsQuery = { vendor?: string | undefined; status?: string | undefined; like?: string | undefined };

/** An import whose mended rows, or next files, are to be read as it was. */
export type ImportModel = {
  id: string;
  fileName: string;
  vendor: string;
  program: string | null;
  timezone: string | null;
  /** Whether its columns were mapped, and the name of the mapping where it has one. */
  mapped: boolean;
  mapping: string | null;
};

export type ImportsView = {
  query: { vendor: string | null; status: BatchStatus | null };
  vendors: (Choice & { timezone: string; programs: Choice[] })[];
  batches: BatchSummary[];
  /** Whether there are older ones that are not listed. */
  more: boolean;
  /** The import that new files are to be read like. */
  like: ImportModel | null;
};

/** One fault of a record, with the reason. */
export type BatchReject = Place & { column: string | null; value: string | null; reason: Text };

/** A reason for which records were rejected, and how many of them. */
type BatchReason = { id: string; column: string | null; rows: number; reason: Text };

/** An import that another one names. */
export type BatchLink = { id: string; fileName: string; startedAt: number };

export type BatchView = {
  batch: BatchSummary;
  /** The documents whose rejected rows can be mended, by their place from 1. */
  mendable: { file: number; name: string }[];
  reasons: BatchReason[];
  /** The reason whose rejects are shown; null = of all. */
  reason: string | null;
  /** The first of them; all are in the download. */
  rejects: BatchReject[];
  /** The import whose content this one is once more, and those that this one's is in. */
  repeatOf: BatchLink | null;
  repeats: BatchLink[];
  /** Whether its files are kept, so that it can be tried again without being sent. */
  kept: boolean;
  /** The job that looks at what it brought. */
  assessing: string | null;
  /** The job that undoes it at this moment, or has failed to. */
  undoing: string | null;
};
