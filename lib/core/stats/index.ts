/**
 * Evidence on plain numbers: day-clustered estimates, e-values and intervals that hold under daily looks, control over
 * many at once. Every result names its method and n. Rules and sources: docs/formulas/evidence.md.
 * Does not own: money, calls, dates, nor what a state is called (#verdicts).
 */
export { type DaySums, type DayTotals, prefixSums, windowSums } from './day-sums.ts';
export { type Detectable, detectable } from './detectable.ts';
export { fromLog, logEvidenceBelow, studentised } from './e-value.ts';
export { type DriverKind, type Estimate, estimate, hasMinimumSample } from './estimate.ts';
export { type FlagEvidence, flagEvidence, recoveryEvidence, type Stretch } from './flag-evidence.ts';
export { boundary, type ConfidenceInterval, confidenceInterval } from './interval.ts';
export { standTogether } from './many.ts';
export { type MarginMoments, type MarginWeights, type Moments, marginMoments } from './moments.ts';
export { minimumSample } from './rules.ts';
