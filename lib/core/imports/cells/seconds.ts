import type { Text } from '#format';
import type { Fault } from './fault.ts';
import { withinADay } from './within-a-day.ts';

const shape = /^\d{1,9}(?:\.\d{1,3})?$/;

/** Reads a duration written in seconds, with at most three decimals after a point, as whole ms: 0 to 24 hours. */
export function readSeconds(text: string): number | Fault {
  return shape.test(text) ? withinADay(Math.round(Number(text) * 1000)) : { fault: faultOf(text) };
}

function faultOf(text: string): Text {
  if (/^-\d+(\.\d+)?$/.test(text)) return { key: 'rejects.negative_duration' };
  if (/^\d+\.\d{4,}$/.test(text)) return { key: 'rejects.too_many_decimals' };
  if (/^\d+,\d+$/.test(text)) return { key: 'rejects.decimal_comma' };
  return { key: 'rejects.not_seconds' };
}
