import type { ChargeKind } from '#contracts';
import type { Micros } from '#money';
import type { RollupRow } from '#rollup';
import type { Month } from '#time';

/** What distinguishes a line from others of its charge; the label and the reason are written from it. */
export type LineDetail = {
  /** Units (calls or minutes) from `from`, exclusive, to `to`, inclusive; null = open. */
  tier?: { mode: 'graduated' | 'volume'; from: number; to: number | null };
  rateClass?: string;
  outcome?: 'sale' | 'resolved' | 'contact';
  /** Days in force of the days of the month, for a prorated amount. */
  days?: { inForce: number; ofMonth: number };
};

/** One line of a statement: quantity x rate, rounded once to the currency's minor unit, half away from zero. */
export type Line = {
  /** Stable within the statement: contract id, charge's place in the contract, and what distinguishes the line. */
  id: string;
  contractId: string;
  charge: ChargeKind;
  detail: LineDetail;
  /** Decimal text: calls, minutes, sales, months, or the revenue that a share is taken of. */
  quantity: string;
  /** Decimal text as in the contract: currency units per quantity, or percent. */
  rate: string;
  amount: Micros;
  /** Variable lines stay with the calls that caused them; fixed ones are of the month as a whole. */
  class: 'variable' | 'fixed';
  /**
   * What each roll-up row contributed to a variable line, in any unit common to the line (>= 0); the rounded amount is
   * shared out in this proportion. Null for a fixed line.
   */
  weight: ((row: RollupRow) => bigint) | null;
};

/** What the vendor's invoice for a month should say under one contract version. */
export type Statement = {
  contractId: string;
  month: Month;
  currency: string;
  lines: Line[];
};
