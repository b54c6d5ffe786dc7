/**
 * Evidence on plain numbers: day-clustered estimates, e-values and intervals that hold under daily looks, control over
 * many at once. Every result names its method and n. Rules and sources: docs/formulas.
 * Does not own: money, calls, dates, nor what a state is called (#verdicts).
 */
export {};
