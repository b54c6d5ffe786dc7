import type { Fault } from './fault.ts';

const shape = /^\d{1,9}(?:\.\d{1,3})?$/;
const LONGEST_MS = 86_400_000;

/** Reads a duration written in seconds, with at most three decimals after a point, as whole ms: 0 to 24 hours. */
export function readSeconds(text: string): number | Fault {
  if (!shape.test(text)) return { fault: faultOf(text) };
  const ms = Math.round(Number(text) * 1000);
  return ms <= LONGEST_MS ? ms : { fault: 'is longer than 24 hours' };
}

function faultOf(text: string): string {
  if (/^-\d+(\.\d+)?$/.test(text)) return 'is negative: a duration cannot be';
  if (/^\d+\.\d{4,}$/.test(text)) return 'has more than three decimals: a duration is read to the millisecond';
  if (/^\d+,\d+$/.test(text)) return 'has a comma: decimals of seconds come after a point';
  return 'is not a number of seconds';
}
