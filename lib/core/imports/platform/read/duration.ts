import type { Fault } from '../../cells/fault.ts';
import { readSeconds } from '../../cells/seconds.ts';
import { withinADay } from '../../cells/within-a-day.ts';

const decimal = /^\d{1,12}(?:\.\d+)?(?:e-\d{1,3})?$/i;
/** A time span as .NET and clocks write it: days, if any, before a point. */
const clock = /^(?:(\d{1,3})\.)?(\d{1,3}):([0-5]?\d):([0-5]?\d(?:\.\d+)?)$/;
const spelled = /^(?=\d)(?:(\d+)d ?)?(?:(\d+)h ?)?(?:(\d+)m ?)?(?:(\d+(?:\.\d+)?)s)?$/i;

/**
 * Reads a duration as platforms write it, as whole ms: seconds with any decimals (a binary number that was computed has
 * many), `00:03:48.235`, `1.02:03:04`, or `00d 00h 03m 48s`. 0 to 24 hours.
 */
export function readDuration(text: string): number | Fault {
  if (decimal.test(text)) return withinADay(Math.round(Number(text) * 1000));
  const parts = clock.exec(text) ?? spelled.exec(text);
  if (parts === null) return readSeconds(text);
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = parts.slice(1).map((part) => Number(part ?? 0));
  return withinADay(Math.round((((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000));
}

/** Reads a duration in milliseconds, as whole ms: 0 to 24 hours. */
export function readMilliseconds(text: string): number | Fault {
  if (decimal.test(text)) return withinADay(Math.round(Number(text)));
  return /^-\d/.test(text)
    ? { fault: { key: 'rejects.negative_duration' } }
    : { fault: { key: 'rejects.not_milliseconds' } };
}
