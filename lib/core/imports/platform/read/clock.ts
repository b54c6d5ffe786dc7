import type { Fault } from '../../cells/fault.ts';
import { readSeconds } from '../../cells/seconds.ts';

const shape = /^(\d{1,3}):([0-5]\d):([0-5]\d(?:\.\d{1,3})?)$/;

/** Reads a duration written as `hh:mm:ss`, perhaps with milliseconds, as whole ms: 0 to 24 hours. */
export function readClock(text: string): number | Fault {
  const [, hours, minutes, seconds] = shape.exec(text) ?? [];
  if (seconds === undefined) return { fault: { key: 'rejects.not_a_clock' } };
  return readSeconds((Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)).toFixed(3));
}
