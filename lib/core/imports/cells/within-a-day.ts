import type { Fault } from './fault.ts';

const LONGEST_MS = 86_400_000;

/** Takes a duration in whole ms: 0 to 24 hours. */
export function withinADay(ms: number): number | Fault {
  if (ms < 0) return { fault: { key: 'rejects.negative_duration' } };
  return ms <= LONGEST_MS ? ms : { fault: { key: 'rejects.longer_than_a_day' } };
}
