import type { DriverKind, Estimate } from './estimate.ts';
import { rules } from './rules.ts';
import { logStudentCdf } from './student.ts';

/** Beyond this many standard errors nothing changes any more; it keeps a standard error of 0 finite. */
const FARTHEST = 1e6;

/**
 * How many standard errors the mean is from `hypothesis`, on the cube-root scale of its skewed driver (Wilson and
 * Hilferty): the driver's noise is proportional to its level, so the error at the hypothesis is not the one seen.
 * Close to the hypothesis it is the ordinary t.
 */
export function studentised(found: Estimate, kind: DriverKind, hypothesis = 0): number {
  const { mean, driver, standardError } = found;
  const distance = mean - hypothesis;
  if (distance === 0) return 0;
  const sign = kind === 'revenue' ? 1 : -1;
  const implied = driver - sign * distance;
  const skewed = driver > 0 && implied > 0;
  const shift = skewed ? sign * 3 * driver * (Math.cbrt(driver / implied) - 1) : distance;
  return Math.max(-FARTHEST, Math.min(FARTHEST, shift / standardError));
}

/**
 * ln of the two-sided e-value of a studentised mean: Student's mixture with a right-Haar prior on the spread and a
 * normal prior of the given precision (in days) on the standardised mean (Lindon, Ham, Tingley, Bojinov 2022).
 */
export function logTwoSided(t: number, effectiveDays: number, precision: number = rules.precision): number {
  if (effectiveDays <= 1) return 0;
  const nu = effectiveDays - 1;
  const r = precision / (precision + effectiveDays);
  return Math.log(r) / 2 + ((nu + 1) / 2) * (Math.log1p((t * t) / nu) - Math.log1p((r * t * t) / nu));
}

/**
 * ln of the e-value against "the mean is at least the hypothesis": the same mixture over shortfalls only. Under the
 * hypothesis it is a test martingale, so it ever reaches 1/a with probability at most a, however often one looks
 * (Ville). Exactly so for independent Gaussian days. The evidence above is the evidence below of `-t`.
 */
export function logEvidenceBelow(t: number, effectiveDays: number, precision: number = rules.precision): number {
  if (effectiveDays <= 1) return 0;
  const nu = effectiveDays - 1;
  const r = precision / (precision + effectiveDays);
  const tau = (t * effectiveDays) / Math.sqrt((effectiveDays + precision) * (nu + r * t * t));
  return Math.LN2 + logTwoSided(t, effectiveDays, precision) + logStudentCdf(-tau, nu + 1);
}

/** An e-value from its logarithm, kept finite. */
export function fromLog(logEvidence: number): number {
  return Math.exp(Math.min(700, logEvidence));
}

/**
 * The precision that makes the boundary lowest at `days` effective days (Howard et al. 2021), for one side at level
 * `alpha`. The default of 3 is this rule at about 19 days.
 */
export function precisionFor(days: number, alpha: number): number {
  const nominal = 2 * Math.log(1 / (2 * alpha));
  return days / (nominal + Math.log1p(nominal));
}
