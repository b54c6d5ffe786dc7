import type { Economics } from '#economics';
import type { Interval } from '#format';
import type { State, Verdict } from '#verdicts';
import { timesCalls } from '../cells.ts';

/** One vendor and program as the overview compares them. */
export type VendorRow = {
  vendor: string;
  program: string;
  economics: Economics;
  verdict: Verdict | null;
  /** Interval of the client's margin per call over the report's period; null where none was computed. */
  interval: Interval | null;
};

/** States from the one that needs a person first. */
const urgency: readonly State[] = ['failing', 'at_risk', 'not_enough_evidence', 'healthy'];

/** The state of a row; without a verdict nothing is known. */
export function stateOf({ verdict }: VendorRow): State {
  return verdict?.state ?? 'not_enough_evidence';
}

/** The most urgent of some states; null of none. */
export function worstState(states: readonly State[]): State | null {
  return urgency.find((state) => states.includes(state)) ?? null;
}

/** The most urgent state first; within a state the largest loss of the client, then by code. */
export function byUrgency(a: VendorRow, b: VendorRow): number {
  const state = urgency.indexOf(stateOf(a)) - urgency.indexOf(stateOf(b));
  if (state !== 0) return state;
  const [left, right] = [marginOf(a), marginOf(b)];
  if (left !== right) return left === null || (right !== null && right < left) ? 1 : -1;
  return `${a.vendor} ${a.program}` < `${b.vendor} ${b.program}` ? -1 : 1;
}

function marginOf({ economics }: VendorRow): bigint | null {
  return timesCalls(economics.perCall.margin, economics.counts.handled);
}
