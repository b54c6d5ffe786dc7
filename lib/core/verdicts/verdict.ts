import type { Zone } from '#economics';
import type { Micros } from '#money';
import type { Day } from '#time';

export type State = 'failing' | 'at_risk' | 'healthy' | 'not_enough_evidence';

/** The state of one book, with the evidence for it. Money in the reporting currency's units per handled call. */
export type BookVerdict = {
  state: State;
  /** Mean margin per call since the epoch began, and the interval that holds under daily looks; null = unknown. */
  mean: number | null;
  lower: number | null;
  upper: number | null;
  /** The e-value against "margin >= 0", clipped at 1e12. */
  evidence: number | null;
  /** First day of the stretch that carries most of the evidence. */
  since: Day | null;
  /** First day on which the present run of `failing` was flagged. */
  flaggedOn: Day | null;
  calls: number;
  days: number;
  /** Effective days, day-to-day correlation and design effect behind the interval; null without enough days. */
  effectiveDays: number | null;
  correlation: number | null;
  designEffect: number | null;
};

/** Why: a code with the figures that its sentence needs. Amounts in reporting units per call, times in seconds. */
export type Reason = { code: string; figures: Record<string, number | string | null> };

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
  /** `assumptionsHold`: the same state follows at the low and at the high end of the assumed wage. */
  vendorBook: BookVerdict & { assumptionsHold: boolean };
  aht: number | null;
  breakEvenAht: number | null;
  calls: number;
  days: number;
  reasons: Reason[];
  since: Day | null;
  /** What the failing books have lost since `since`, reporting currency; null where nothing fails. */
  moneyAtStake: Micros | null;
};
