import { instantOfLocal, parseDay, startOfDay } from '#time';
import { dateFault } from './day.ts';
import type { Fault } from './fault.ts';

/** When a call began, in ms since the epoch; `repeated` = its local time happened twice and the first was taken. */
export type Start = { ms: number; repeated: boolean };

/** The fault of a local time in a file for which no zone was named: it concerns the file, not the row. */
export const needsZone: Fault = { fault: { key: 'files.needs_zone' } };

const shape =
  /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?(?: ?(?:Z|[+-](?:0\d|1[0-4])(?::?[0-5]\d)?))?)?$/i;
const notATime: Fault = { fault: { key: 'rejects.not_a_time' } };
const outOfRange: Fault = { fault: { key: 'rejects.year_out_of_range' } };

function digits(text: string, at: number): number {
  return (text.charCodeAt(at) - 48) * 10 + text.charCodeAt(at + 1) - 48;
}

/** Whole ms of a fraction of a second; what lies beyond the millisecond is cut off. */
function fractionMs(text: string): number {
  if (text[19] !== '.' && text[19] !== ',') return 0;
  return Math.floor(Number.parseFloat(`0.${text.slice(20, 29)}`) * 1000 + 1e-7);
}

/** The wall clock as written, as ms since the epoch as if it were UTC. */
function wallClock(text: string): number | Fault {
  const year = digits(text, 0) * 100 + digits(text, 2);
  const month = digits(text, 5);
  const day = digits(text, 8);
  const fault = dateFault(year, month, day);
  if (fault) return fault;
  if (text.length === 10) return Date.UTC(year, month - 1, day);
  const hour = digits(text, 11);
  const minute = digits(text, 14);
  const second = text[16] === ':' ? digits(text, 17) : 0;
  if (hour > 23 || minute > 59 || second > 59) return { fault: { key: 'rejects.no_such_time' } };
  return Date.UTC(year, month - 1, day, hour, minute, second) + fractionMs(text);
}

/** Where the offset begins, if one is written: its sign or Z comes after the time of day. */
function offsetMs(text: string): number | null {
  const last = text.charCodeAt(text.length - 1);
  if (last === 90 || last === 122) return 0;
  const at = Math.max(text.lastIndexOf('+'), text.lastIndexOf('-'));
  if (at < 16) return null;
  const minutes = text.length - at > 3 ? digits(text, text.length - 2) : 0;
  return (text[at] === '-' ? -1 : 1) * (digits(text, at + 1) * 60 + minutes) * 60_000;
}

function startOfLocal(wallMs: number, text: string, zone: string): Start | Fault {
  if (text.length === 10) return { ms: startOfDay(parseDay(text), zone), repeated: false };
  const found = instantOfLocal(wallMs, zone);
  if (!('gap' in found)) return found;
  return { fault: { key: 'rejects.skipped_time', values: { zone } } };
}

/**
 * Reader of the time at which a call began: ISO 8601 with an offset or Z, or local time of the zone; a bare date is
 * the day's first moment. Of a local time that a clock change shows twice the first is taken, and said.
 */
export function startReader(zone: string | null): (text: string) => Start | Fault {
  return (text) => {
    if (!shape.test(text)) return notATime;
    const wall = wallClock(text);
    if (typeof wall !== 'number') return wall;
    const offset = offsetMs(text);
    if (offset === null && zone === null) return needsZone;
    const start = offset === null ? startOfLocal(wall, text, zone ?? '') : { ms: wall - offset, repeated: false };
    if ('fault' in start) return start;
    return start.ms < 0 ? outOfRange : start;
  };
}
