/**
 * Verdicts: evidence and economics of a vendor's program give a state that holds however often somebody looks, with
 * reasons as codes and figures.
 * Does not own: the formulas of evidence (#stats), the sentences (#reports and messages/).
 */
export type { BookVerdict, Reason, State, Verdict } from './verdict.ts';
