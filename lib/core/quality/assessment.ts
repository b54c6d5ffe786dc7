import type { Day } from '#time';
import type { BatchFacts, OtherWord, VolumeDay } from './facts.ts';
import type { Finding, Severity } from './finding.ts';

/** A day of a delivery beside what is usual on that weekday; `usual` null = too little history. */
export type AssessedDay = VolumeDay & { usual: number | null; stands: 'missing' | 'low' | 'high' | null };

/** All that is to be said of a delivery, as it is kept with it: JSON. */
export type Assessment = {
  version: 1;
  at: number;
  /** The worst of its findings. */
  severity: Severity;
  records: BatchFacts['records'];
  /** First and last local day with calls; null without calls. */
  span: { first: Day; last: Day } | null;
  /** In the order of the checks. */
  findings: readonly Finding[];
  /** Every day from the first to the last of each vendor. */
  days: readonly AssessedDay[];
  others: readonly OtherWord[];
  rejects: BatchFacts['rejects'];
  metrics: BatchFacts['metrics'];
};
