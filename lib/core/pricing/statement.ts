import type { ChargeKind } from '#contracts';
import { type Micros, sumMicros } from '#money';
import type { RollupRow } from '#rollup';
import type { Month } from '#time';

/** What distinguishes a line from others of its charge; the label and the reason are written from it. */
export type LineDetail = {
  /** Units (calls or minutes) from `from`, exclusive, to `to`, inclusive; null = open. */
  tier?: { mode: 'graduated' | 'volume'; from: number; to: number | null };
  rateClass?: string;
  outcome?: 'sale' | 'resolved' | 'contact';
  /** The exact quantity behind minutes that no decimal can write (100 s = 1.666... minutes). */
  billedSeconds?: number;
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
  /**
   * Decimal text: calls, minutes, sales, months, or the revenue that a share is taken of; at most six decimals. Where
   * six do not hold it (a third of a minute), `detail` has the exact quantity and the amount is taken from that.
   */
  quantity: string;
  /** Decimal text as in the contract: currency units per quantity, or percent. */
  rate: string;
  amount: Micros;
  /** Variable lines stay with the calls that caused them; fixed ones are of the month as a whole. */
  class: 'variable' | 'fixed';
  /**
   * What each roll-up row contributed to a variable line, in any unit common to the line (negative for a row of
   * refunds); the rounded amount is shared out in this proportion. Null for a fixed line.
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

/**
 * The statement's total in its own currency, which is the sum of its rounded lines: `billed` as the invoice should say
 * it, `effective` with one-off amounts spread over the months that they serve. No charge of today is a one-off, so the
 * two are equal.
 */
export function statementTotals({ lines }: Pick<Statement, 'lines'>): { billed: Micros; effective: Micros } {
  const total = sumMicros(lines.map((line) => line.amount));
  return { billed: total, effective: total };
}
