import { type DaySums, windowSums } from './day-sums.ts';
import { fromLog, logEvidenceBelow, studentised } from './e-value.ts';
import { type DriverKind, estimate, hasMinimumSample } from './estimate.ts';
import { rules } from './rules.ts';

/** A stretch of active days, zero-based and half-open, of a book whose driver is of the kind given. */
export type Stretch = { from: number; to: number; kind: DriverKind };

/** The e-value against "this vendor does not lose", and where it comes from. */
export type FlagEvidence = {
  evidence: number;
  /** The e-value since the start of the stretch, and the mean over restarts. */
  sinceStart: number;
  restarts: number;
  /** First active day of the window with the largest e-value. */
  since: number;
};

/**
 * Evidence of a loss: 3/4 of the weight on the stretch as a whole, 1/4 shared by windows that restart every week, so
 * that a vendor that turns bad in month six is found. A window below the minimum sample, or not yet open, counts
 * as 1. A window's day-to-day correlation is at least the one measured before it.
 */
export function flagEvidence(prefix: readonly DaySums[], { from, to, kind }: Stretch): FlagEvidence {
  const sinceStart = windowEvidence(prefix, { from, to, kind }, { sign: 1, correlationFloor: 0 });
  const found = restarts(from, to).map((start) => {
    const correlationFloor = correlationBefore(prefix, from, start);
    const evidence = windowEvidence(prefix, { from: start, to, kind }, { sign: 1, correlationFloor });
    return { start, evidence };
  });
  const strongest = found.reduce((best, next) => (next.evidence > best.evidence ? next : best), {
    start: from,
    evidence: sinceStart,
  });
  const shared = shareOut(found.map(({ evidence }) => evidence));
  const evidence = rules.startShare * sinceStart + (1 - rules.startShare) * shared;
  return { evidence, sinceStart, restarts: shared, since: strongest.start };
}

/**
 * Evidence of a gain after a flag, that lifts it: the same windows the other way round, with 1/4 on the stretch
 * since the flag and 3/4 shared by the weekly restarts, because recovery starts some time after the flag.
 */
export function recoveryEvidence(prefix: readonly DaySums[], { from, to, kind }: Stretch): number {
  const above = { sign: -1 as const, correlationFloor: 0 };
  const sinceFlag = windowEvidence(prefix, { from, to, kind }, above);
  const shared = shareOut(restarts(from, to).map((start) => windowEvidence(prefix, { from: start, to, kind }, above)));
  return (1 - rules.startShare) * sinceFlag + rules.startShare * shared;
}

function restarts(from: number, to: number): number[] {
  const starts: number[] = [];
  for (let start = from + rules.restartEvery; start < to; start += rules.restartEvery) starts.push(start);
  return starts;
}

/** The mean over the reserved slots; slots not opened yet count as 1, restarts beyond them add to the budget. */
function shareOut(evidence: readonly number[]): number {
  const unopened = Math.max(0, rules.restartSlots - evidence.length);
  return (evidence.reduce((sum, value) => sum + value, 0) + unopened) / rules.restartSlots;
}

function correlationBefore(prefix: readonly DaySums[], from: number, start: number): number {
  if (start - from < rules.historyDays) return 0;
  return estimate(windowSums(prefix, from, start))?.correlation ?? 0;
}

function windowEvidence(
  prefix: readonly DaySums[],
  { from, to, kind }: Stretch,
  { sign, correlationFloor }: { sign: 1 | -1; correlationFloor: number },
): number {
  const found = estimate(windowSums(prefix, from, to), correlationFloor);
  if (!hasMinimumSample(found, kind)) return 1;
  return fromLog(logEvidenceBelow(sign * studentised(found, kind), found.effectiveDays));
}
