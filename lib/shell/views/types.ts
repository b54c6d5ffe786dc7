import type { BatchPhase, BatchStatus } from '#db';
import type { Text } from '#format';
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

export type BatchSummary = {
  id: string;
  vendor: string;
  vendorName: string;
  fileName: string;
  format: string;
  status: BatchStatus;
  phase: BatchPhase;
  startedAt: number;
  seconds: number | null;
  /** Bytes read so far and in all; null where the size is not known beforehand. */
  bytes: { read: number; total: number | null };
  rows: number;
  inserted: number;
  updated: number;
  unchanged: number;
  repeated: number;
  rejected: number;
  days: number;
  /** What the reader of the file noticed, in sentences. */
  warnings: Text[];
  error: Text | null;
};

export type ImportsView = {
  vendors: (Choice & { timezone: string; programs: Choice[] })[];
  batches: BatchSummary[];
};

/** One fault of a row, with the reason. */
export type BatchReject = { row: number; column: string | null; value: string | null; reason: Text };

export type BatchView = {
  batch: BatchSummary;
  /** The first of them; all are in the download. */
  rejects: BatchReject[];
};
