import type { Zone } from '#economics';
import type { Micros } from '#money';
import type { Day } from '#time';

export type State = 'failing' | 'at_risk' | 'healthy' | 'not_enough_evidence';

/** A mean margin per call with the interval that holds under daily looks; a null end is open, all null = unknown. */
export type Margin = { mean: number | null; lower: number | null; upper: number | null };

/** The state of one book, with the evidence for it. Money in the reporting currency's units per handled call. */
export type BookVerdict = Margin & {
  state: State;
  /** False where a figure that the book needs was unknown on every day: it cannot be judged at all. */
  known: boolean;
  /** The e-value against "margin >= 0" since the epoch began, clipped at 1e12; null below the minimum sample. */
  evidence: number | null;
  /** First day of the stretch that carries most of the evidence; kept from the day of the flag while failing. */
  since: Day | null;
  /** The margin over that stretch: what is being lost now. */
  stretch: Margin | null;
  /** First day on which the present run of `failing` was flagged. */
  flaggedOn: Day | null;
  /** Day on which the last run of `failing` ended; null once the book is judged healthy, or failing again. */
  recoveredOn: Day | null;
  /** Calls and active days since the epoch began: the start, or the last recovery. */
  calls: number;
  days: number;
  /** Effective days, day-to-day correlation and design effect behind the interval; null without enough days. */
  effectiveDays: number | null;
  correlation: number | null;
  designEffect: number | null;
  /** Equal sales that would vary as these do; null where the book's driver is a cost. */
  effectiveSales: number | null;
  /** Rule of thumb: the smallest loss per call that so much data would reveal, and calls missing to tell the mean
   *  from 0; null below the minimum sample. */
  smallestLoss: number | null;
  moreCalls: number | null;
};

/** `assumptionsHold`: the same state follows at the low and at the high end of the assumed wage. */
export type VendorBookVerdict = BookVerdict & { assumptionsHold: boolean };

/** Why: a code with the figures that its sentence needs. Amounts in reporting units per call, times in seconds. */
export type Reason = { code: ReasonCode; figures: Record<string, number | string | null> };

/** Every reason there is, most important first; what explains a verdict's state by itself is given before the rest. */
export const reasonCodes = [
  'client_loses_per_call',
  'handle_time_above_break_even',
  'vendor_loses_per_call',
  'client_not_yet_recovered',
  'vendor_not_yet_recovered',
  'client_may_lose_per_call',
  'vendor_may_lose_per_call',
  'no_price_works',
  'price_below_floor',
  'price_above_ceiling',
  'client_recovering',
  'vendor_recovering',
  'depends_on_wage',
  'holds_across_wages',
  'runs_over_plan',
  'hold_heavy',
  'long_runs',
  'too_few_days',
  'too_few_calls',
  'too_few_sales',
  'client_undecided',
  'vendor_undecided',
  'no_contract',
  'no_inputs',
  'no_revenue',
  'no_vendor_cost',
  'healthy_both',
  'healthy_client',
  'healthy_vendor',
] as const;
export type ReasonCode = (typeof reasonCodes)[number];

/** The state of one vendor and program on a day. */
export type Verdict = {
  vendor: string;
  program: string;
  asOf: Day;
  currency: string;
  /** The worse of the two books. */
  state: State;
  zone: Zone | null;
  client: BookVerdict;
  vendorBook: VendorBookVerdict;
  aht: number | null;
  breakEvenAht: number | null;
  calls: number;
  days: number;
  reasons: Reason[];
  since: Day | null;
  /** What the failing book (the client's first) has lost since `since`, reporting currency; null where none fails. */
  moneyAtStake: Micros | null;
};

/** The states at the end of one day: where a state differs from the day before, something was flagged or lifted. */
export type DayState = { day: Day; state: State; client: State; vendor: State };
