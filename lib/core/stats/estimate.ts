import type { DaySums } from './day-sums.ts';
import { minimumSample, rules } from './rules.ts';

/** What the skewed part of a margin is: money that comes in, or a cost that goes out. */
export type DriverKind = 'revenue' | 'cost';

/** A mean margin per call over days, with the error that days (not calls) give it. Method: clusters by day. */
export type Estimate = {
  days: number;
  calls: number;
  /** Kish's effective number of days: small days do not count as full evidence. */
  effectiveDays: number;
  mean: number;
  /** Mean of the skewed driver per call: revenue, or labour cost. */
  driver: number;
  /** Sample variance of one call's margin. */
  callVariance: number;
  /** Variance of the total margin as days show it (CR1), and as independent calls would imply. */
  dayBased: number;
  callBased: number;
  /** dayBased / callBased; null where calls do not vary. */
  designEffect: number | null;
  /** Correlation of neighbouring active days as measured, and as used: bias-corrected and shrunk. */
  rawCorrelation: number;
  correlation: number;
  /** What the correlation multiplies the variance of the total by. */
  inflation: number;
  totalVariance: number;
  standardError: number;
  /** (sum x)^2 / sum x^2: the number of equal sales that would vary as these do. */
  effectiveSales: number;
};

/**
 * The mean margin per call of a window and its standard error; null with fewer than two days or calls.
 * Variance by day clusters with the small-sample factor T/(T-1), times the long-run factor of the day-to-day
 * correlation, never below what the calls themselves imply. `correlationFloor`: a correlation known from before.
 */
export function estimate(sums: DaySums, correlationFloor = 0): Estimate | null {
  const { days, calls } = sums;
  if (days < 2 || calls < 2) return null;
  const mean = sums.margin / calls;
  const residual = sums.dayMarginSquared - 2 * mean * sums.dayCallsMargin + mean * mean * sums.dayCallsSquared;
  const lagged = sums.lagMargin - mean * sums.lagCallsMargin + mean * mean * sums.lagCalls;
  const spread = Math.max(0, residual);
  const callVariance = Math.max(0, sums.marginSquared - calls * mean * mean) / (calls - 1);
  const dayBased = (days / (days - 1)) * spread;
  const callBased = calls * callVariance;
  const rawCorrelation = spread > 0 ? lagged / spread : 0;
  const correlation = Math.max(correlationFloor, shrink(rawCorrelation, days));
  const inflation = longRunFactor(correlation);
  const totalVariance = Math.max(inflation * dayBased, callBased);
  return {
    days,
    calls,
    effectiveDays: (calls * calls) / sums.dayCallsSquared,
    mean,
    driver: sums.driver / calls,
    callVariance,
    dayBased,
    callBased,
    designEffect: callBased > 0 ? dayBased / callBased : null,
    rawCorrelation,
    correlation,
    inflation,
    totalVariance,
    standardError: Math.sqrt(totalVariance) / calls,
    effectiveSales: sums.driverSquared > 0 ? sums.driver ** 2 / sums.driverSquared : 0,
  };
}

/** The measured correlation corrected for its bias of -1/T and drawn to a mildly positive prior. */
function shrink(raw: number, days: number): number {
  const { correlationPrior, correlationPriorDays, correlationMax } = rules;
  const shrunk = (days * raw + 1 + correlationPriorDays * correlationPrior) / (days + correlationPriorDays);
  return Math.min(correlationMax, Math.max(0, shrunk));
}

/** Long-run variance over daily variance: the larger of an ARMA(1,1) with persistence 1/2 and an AR(1). */
function longRunFactor(correlation: number): number {
  return Math.max(1 + 4 * correlation, (1 + correlation) / (1 - correlation));
}

/** Whether the window passes the minimum sample; effective sales count only where the driver is revenue. */
export function hasMinimumSample(found: Estimate | null, kind: DriverKind): found is Estimate {
  if (!found || found.days < minimumSample.days || found.calls < minimumSample.calls) return false;
  return kind === 'cost' || found.effectiveSales >= minimumSample.sales;
}
