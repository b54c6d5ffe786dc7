import type { Direction, Outcome } from '#calls';
import type { LegTimes } from '../../platform/platform-format.ts';

/** A call as far as one of the two logs tells it. */
export type CallPart = {
  startedAt: number;
  repeatedHour: boolean;
  direction: Direction | null;
  queue: string | null;
  customer: string | null;
  waitMs: number | null;
  legs: readonly LegTimes[];
  answered: boolean;
  disposition: string;
  outcome: Outcome | null;
  agent: string | null;
};

/** Nobody spoke; neither log reports hold or after-call work. */
export const nobody: readonly LegTimes[] = [{ talkMs: 0, holdMs: null, wrapMs: null }];

/** An agent's part of a call. */
export function legOf(talkMs: number): LegTimes {
  return { talkMs, holdMs: null, wrapMs: null };
}
