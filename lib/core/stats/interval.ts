import { logEvidenceBelow } from './e-value.ts';
import type { DriverKind, Estimate } from './estimate.ts';
import { rules } from './rules.ts';

/** One side's share of alpha: an interval wholly below 0 is the since-start part of the flag reaching 20 alone. */
export const sideAlpha = rules.alpha * rules.startShare;

const FARTHEST = 1e6;

/**
 * How many standard errors away a mean must be before the evidence reaches 1/alpha, by bisection; Infinity where
 * so few effective days can never reach it. About three instead of the usual two: the price of looking every day.
 */
export function boundary(
  effectiveDays: number,
  alpha: number = sideAlpha,
  precision: number = rules.precision,
): number {
  const target = Math.log(1 / alpha);
  const reaches = (b: number) => logEvidenceBelow(-b, effectiveDays, precision) >= target;
  let high = 2;
  while (!reaches(high)) {
    high *= 2;
    if (high > FARTHEST) return Number.POSITIVE_INFINITY;
  }
  let low = high === 2 ? 0 : high / 2;
  while (high - low > 1e-10 * high) {
    const middle = (low + high) / 2;
    if (reaches(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/** A mean with the ends between which it lies with at most `alpha` error a side however often one looks; null = open. */
export type ConfidenceInterval = {
  lower: number | null;
  upper: number | null;
  /** In standard errors, and in the unit of the mean before skewness stretches one side. */
  boundary: number;
  halfWidth: number;
};

/**
 * The interval that holds under daily looks, stretched on the side of the skewed driver (cube-root scale). The
 * minimum sample is the caller's to check.
 */
export function confidenceInterval(found: Estimate, kind: DriverKind, alpha: number = sideAlpha): ConfidenceInterval {
  const { mean, driver } = found;
  const b = boundary(found.effectiveDays, alpha);
  const h = b * found.standardError;
  const part = driver > 0 ? h / (3 * driver) : 0;
  const more = driver <= 0 ? h : part < 1 ? driver * ((1 - part) ** -3 - 1) : Number.POSITIVE_INFINITY;
  const less = driver <= 0 ? h : driver * (1 - (1 + part) ** -3);
  const [below, above] = kind === 'revenue' ? [less, more] : [more, less];
  const bounded = Number.isFinite(b);
  return {
    lower: bounded && Number.isFinite(below) ? mean - below : null,
    upper: bounded && Number.isFinite(above) ? mean + above : null,
    boundary: b,
    halfWidth: h,
  };
}
