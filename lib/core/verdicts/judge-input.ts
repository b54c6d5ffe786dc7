import type { Economics, EvidenceDay, Range, Zone } from '#economics';
import type { DriverKind } from '#stats';

/** What is known of a vendor's program beside the evidence; reasons take their figures from it. */
export type Situation = {
  zone: Zone | null;
  /** Seconds. */
  aht: number | null;
  breakEvenAht: Range | null;
  ahtParts: Economics['ahtParts'];
  /** What was promised when the price was agreed. */
  planAhtSeconds: number | null;
  /** Reporting units per handled call. */
  feePerCall: number | null;
  revenuePerCall: number | null;
  floor: Range | null;
  ceiling: number | null;
  /** The assumed hourly wage, reporting units. */
  agentHourly: Range | null;
  /** At which handle time (seconds), and at which revenue per call, floor and ceiling would meet. */
  ahtNeeded: number | null;
  revenueNeeded: number | null;
  gaps: Economics['gaps'];
};

/**
 * One vendor and program to judge. `days` are the consecutive calendar days since the epoch began (the contract's
 * start, or its last change of price); days without calls have 0 calls.
 */
export type JudgeInput = {
  vendor: string;
  program: string;
  /** Reporting currency of every amount. */
  currency: string;
  days: readonly EvidenceDay[];
  /** What is skewed in either margin: money coming in, or labour cost. */
  clientKind: DriverKind;
  vendorKind: DriverKind;
  situation: Situation;
  /**
   * Days until refunds of a day's revenue are in: only older days make the client's book healthy. Default 0, right
   * as long as revenue is booked with the call and nothing is taken back later.
   */
  maturityDays?: number;
};
