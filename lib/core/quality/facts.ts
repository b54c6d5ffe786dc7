import type { Text } from '#format';
import type { MetricContract } from '#imports';
import type { Day } from '#time';
import type { Example } from './finding.ts';

/** What a call cannot be, or is so rarely that somebody should look. */
export const ruleCodes = [
  'long_handle',
  'long_wait',
  'answered_without_talk',
  'talk_unanswered',
  'abandoned_answered',
  'sale_without_contact',
  'revenue_without_contact',
  'negative_revenue',
] as const;
export type RuleCode = (typeof ruleCodes)[number];

/** How many calls, and the first of them. */
export type Cases = { calls: number; examples: readonly Example[] };

/** Calls of a vendor's local day: of the delivery, and all that are stored of its programs now. */
export type VolumeDay = { vendor: string; day: Day; here: number; stored: number };

/** A word of the vendor's with which calls came to `other`; null = they have none. `declared`: its outcome map says so. */
export type OtherWord = { word: string | null; calls: number; declared: boolean };

/** What was counted of one delivery: what it says of each of its calls, legs apart, and the vendor's calls around it. */
export type BatchFacts = {
  /** The moment of the count, in ms since the epoch. */
  at: number;
  records: {
    rows: number;
    rejected: number;
    notCalls: number;
    calls: number;
    legs: number;
    inserted: number;
    updated: number;
    unchanged: number;
    /** Rows whose id comes again further down. */
    repeated: number;
  };
  /** Documents with exactly as many records as their export gives at most: further ones may be missing. */
  full: readonly { document: string; records: number }[];
  /** Why records were rejected, the most frequent first. */
  rejects: readonly { column: string | null; reason: Text; records: number }[];
  /** The days of its vendors from a quarter of a year before it to as long after, where there are calls. */
  volumes: readonly VolumeDay[];
  /** Calls that came to `other`, how many of them as declared, and with which words, the most frequent first. */
  others: { calls: number; declared: number; words: readonly OtherWord[] };
  rules: Readonly<Record<RuleCode, Cases>>;
  /** Calls that begin after `at`, and how long after at most. */
  future: Cases & { latestMs: number };
  /** Calls that begin at exactly 0:00, at a full hour and at a full minute, on the clock of their program. */
  starts: { midnight: number; hour: number; minute: number };
  /** Calls by local hour (24 counts): of the delivery, and of the vendor's others nearest to it. */
  hours: { here: readonly number[]; usual: readonly number[] };
  /** Days on which clocks change, with the hours they have. */
  clockChanges: readonly { day: Day; hours: number; calls: number }[];
  /** Calls in an hour that came twice, and records with a time that never was. */
  repeatedHour: number;
  skippedHour: number;
  /** Of one agent's calls that overlap by more than 5 s. `tested`: calls with an agent and a handle time. */
  overlaps: Cases & { tested: number; ms: number };
  /** Calls that another call id has too: vendor, agent (else customer), start and durations are the same. */
  duplicates: Cases & { tested: number; groups: number; stored: number; ms: number };
  /** Of handled calls, how many have each part; of inbound ones, how many were abandoned and how many waited. */
  reported: {
    handled: number;
    wait: number;
    hold: number;
    wrap: number;
    offered: number;
    abandoned: number;
    waited: number;
  };
  metrics: MetricContract | null;
};
