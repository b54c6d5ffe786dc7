import type { Estimate } from './estimate.ts';

/** ln 20 needs about ten squared standard errors of effect: a rule of thumb, good to about a third. */
const SQUARED_ERRORS = 10;

/** How small a loss per call could be and still be found, and how many more calls the mean seen would need. */
export type Detectable = { smallestLoss: number; moreCalls: number | null };

/**
 * Rule of thumb for "when will we know", from the variance of a call times the design effect: the smallest loss per
 * call that so many calls reveal by the median, and the calls still missing before a mean as seen is told from 0
 * (null for a mean of 0).
 */
export function detectable({ mean, calls, callVariance, designEffect }: Estimate): Detectable {
  const perCall = SQUARED_ERRORS * callVariance * Math.max(1, designEffect ?? 1);
  const moreCalls = mean === 0 ? null : Math.max(0, Math.ceil(perCall / mean ** 2 - calls));
  return { smallestLoss: Math.sqrt(perCall / calls), moreCalls };
}
