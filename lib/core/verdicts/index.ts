/**
 * Verdicts: evidence and economics of a vendor's program give a state that holds however often somebody looks, with
 * reasons as codes and figures.
 * Does not own: the formulas of evidence (#stats), the sentences (#reports and messages/).
 */

export { marginIntervals, weeklyRevenueIntervals } from './intervals.ts';
export { type Judgement, judge } from './judge.ts';
export { judgeBooks } from './judge-books.ts';
export type { JudgeInput, Situation } from './judge-input.ts';
export {
  type BookVerdict,
  type DayState,
  type Margin,
  type Reason,
  type ReasonCode,
  reasonCodes,
  type State,
  type VendorBookVerdict,
  type Verdict,
} from './verdict.ts';
