import type { State } from './verdict.ts';

/** What moves a book from state to state; e-values, days, and a share of the boundary. */
const thresholds = {
  fail: 20,
  risk: 4,
  riskStay: 2,
  recover: 5,
  recoverDays: 14,
  alarmHoldDays: 28,
  healthyStay: 0.5,
} as const;

/** Where a book stands. Positions count the active days seen so far; an epoch's evidence starts at its position. */
export type Condition = { state: State; flaggedAt: number | null; epoch: number };

/** A book nobody has looked at yet. */
export const unseen: Condition = { state: 'not_enough_evidence', flaggedAt: null, epoch: 0 };

/** What one look at a book sees. */
export type Look = {
  /** Active days seen. */
  position: number;
  /** Whether the minimum sample is there. */
  enough: boolean;
  /** The e-value against "does not lose". */
  evidence: number;
  /** The studentised mean against 0 (of matured days), and the boundary that it must pass. */
  t: number;
  boundary: number;
  /** Whether the flag stands among all vendors' (e-BH); true where few are judged. */
  portfolioOk: boolean;
  /** Days since a change alarm on handle time or conversion; null = none. */
  alarmAge: number | null;
  /** The e-value for "gains since the flag"; null where the book is not failing. */
  recovery: number | null;
};

/**
 * The state after one more look. Entering is harder than staying (hysteresis), so that a state does not flicker:
 * failing at evidence 20, left at recovery evidence 5 after 14 active days; at risk from 4 down to 2; healthy from
 * an interval above 0 down to half its boundary.
 */
export function nextState(before: Condition, look: Look): Condition {
  if (before.state === 'failing') return hasRecovered(before, look) ? restart(look) : before;
  const state = openState(before.state, look);
  return { state, flaggedAt: state === 'failing' ? look.position : null, epoch: before.epoch };
}

function hasRecovered({ flaggedAt }: Condition, { position, recovery }: Look): boolean {
  return position - (flaggedAt ?? position) >= thresholds.recoverDays && (recovery ?? 0) >= thresholds.recover;
}

/** Just left failing: at risk, and the evidence starts afresh. */
function restart({ position }: Look): Condition {
  return { state: 'at_risk', flaggedAt: null, epoch: position };
}

function openState(before: State, look: Look): State {
  // Only a fresh epoch takes the sample away from a book at risk; too little new data clears nobody.
  if (!look.enough) return before === 'at_risk' ? 'at_risk' : 'not_enough_evidence';
  if (look.evidence >= thresholds.fail && look.portfolioOk) return 'failing';
  if (look.evidence >= thresholds.risk || hasAlarm(look)) return 'at_risk';
  if (before === 'at_risk' && look.evidence >= thresholds.riskStay) return 'at_risk';
  if (look.t >= look.boundary) return 'healthy';
  if (before === 'healthy' && look.t > thresholds.healthyStay * look.boundary) return 'healthy';
  return 'not_enough_evidence';
}

function hasAlarm({ alarmAge }: Look): boolean {
  return alarmAge !== null && alarmAge < thresholds.alarmHoldDays;
}
