import type { ChargeKind, Kpi } from '#contracts';
import { type Micros, sumMicros } from '#money';
import type { RollupRow } from '#rollup';
import type { Month } from '#time';

/** What distinguishes a line from others of its charge, and how it came about; label and reason are written from it. */
export type LineDetail = {
  /** Units (calls or minutes) from `from`, exclusive, to `to`, inclusive; null = open. */
  tier?: { mode: 'graduated' | 'volume'; from: number; to: number | null };
  rateClass?: string;
  outcome?: 'sale' | 'resolved' | 'contact';
  /** The exact quantity behind minutes that no decimal can write (100 s = 1.666... minutes). */
  billedSeconds?: number;
  /** Which hours a price by the hour counts. */
  hours?: 'logged' | 'productive';
  /** Days in force of the days of the month, for a prorated amount. */
  days?: { inForce: number; ofMonth: number };
  /** A commitment or a spend cap for the days in force, and what the variable lines came to. */
  limit?: { amount: Micros; reached: Micros };
  /** The month's value of the KPI, to six decimals, and the percent of its step where a cap or a floor replaced it. */
  kpi?: { kpi: Kpi; value: string; step: string };
  /** AHT in seconds, to six decimals, against the end of the collar that it is outside of, and the billed calls. */
  collar?: { aht: string; bound: number; side: 'above' | 'below'; calls: number };
  /** Billed calls against the end of the dead band that they are outside of, prorated by days in force. */
  band?: { calls: number; bound: string; side: 'above' | 'below' };
  /** The kinds of charge whose lines a surcharge is on; none for an amount a call. */
  on?: readonly ChargeKind[];
  /** Which part of a one-off amount the effective view takes: the n-th month of how many. */
  amortised?: { month: number; of: number };
  /** By what factor, to six decimals, an index has moved the agreed rate to the line's. */
  indexed?: { factor: string };
};

/** One line of a statement: quantity x rate, rounded once to the currency's minor unit, half away from zero. */
export type Line = {
  /** Stable within the statement: contract id, charge's place in the contract, and what distinguishes the line. */
  id: string;
  contractId: string;
  charge: ChargeKind;
  detail: LineDetail;
  /**
   * Decimal text: calls, minutes, hours, sales, months, or the money that a percent is taken of; at most six decimals.
   * Where six do not hold it (a third of a minute), `detail` has the exact quantity and the amount is taken from that.
   */
  quantity: string;
  /** Decimal text: currency units per quantity, or percent. */
  rate: string;
  /** What the invoice should say (the billed view). */
  amount: Micros;
  /** The same in the effective view: a one-off amount is spread over the months that it serves. */
  effective: Micros;
  /** Variable lines are what a minimum, a cap and a bonus look at; fixed ones are of the month as a whole. */
  class: 'variable' | 'fixed';
  /**
   * What each roll-up row contributed to the line, in any unit common to the line (negative for a row of refunds); the
   * rounded amount is shared out in this proportion. Null for a line of the month as a whole: it goes to every handled
   * call alike.
   */
  weight: ((row: RollupRow) => bigint) | null;
};

/** A charge that could not be priced, and the input that it lacks. */
export type Missing = {
  /** The charge's place in the contract. */
  place: number;
  charge: ChargeKind;
  input: 'logged_hours' | 'fte' | 'index' | 'variable_lines' | Kpi;
};

/** What the vendor's invoice for a month should say under one contract version. */
export type Statement = {
  contractId: string;
  month: Month;
  currency: string;
  lines: Line[];
  /** Charges without a line because an input is not there: the total is then unknown. */
  missing: Missing[];
};

/** The two views of a month, as in FinOps' FOCUS: what the invoice says, and with one-off amounts amortised. */
export type View = 'billed' | 'effective';

/** A line's amount in a view. */
export function amountIn(view: View, line: Pick<Line, 'amount' | 'effective'>): Micros {
  return view === 'billed' ? line.amount : line.effective;
}

/**
 * The statement's totals in its own currency, each the sum of its rounded lines; null where a charge could not be
 * priced, since a part of a price is not a price.
 */
export function statementTotals({ lines, missing }: Pick<Statement, 'lines' | 'missing'>): Record<View, Micros | null> {
  const total = (view: View) => (missing.length > 0 ? null : sumMicros(lines.map((line) => amountIn(view, line))));
  return { billed: total('billed'), effective: total('effective') };
}
