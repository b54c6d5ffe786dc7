/**
 * Evidence on plain numbers: day-clustered estimates, e-values and intervals that hold under daily looks, control over
 * many at once. Every result names its method and n. Rules and sources: docs/formulas/evidence.md.
 * Does not own: money, calls, dates, nor what a state is called (#verdicts).
 */
export { type DaySums, type DayTotals, prefixSums, windowSums } from './day-sums.ts';
export { detectable } from './detectable.ts';
export { studentised } from './e-value.ts';
export { type DriverKind, type Estimate, estimate, hasMinimumSample } from './estimate.ts';
export { flagEvidence, recoveryEvidence } from './flag-evidence.ts';
export { boundary, confidenceInterval, sideAlpha } from './interval.ts';
export { standTogether } from './many.ts';
export { type Moments, marginMoments } from './moments.ts';
export { minimumSample } from './rules.ts';
