import { dateFault } from '../../cells/day.ts';
import { type Fault, isFault } from '../../cells/fault.ts';
import { type Start, startReader } from '../../cells/started-at.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** `Fri, 21 Aug 2026 09:00:06`, with an offset (`+0000`, `GMT`) as RFC 2822 has it or without one. */
const worded =
  /^(?:[a-z]{3,9}, ?)?(\d{1,2}) ([a-z]{3})[a-z]* (\d{4}) (\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)(?: ?(z|ut|utc|gmt|[+-]\d{4}))?$/i;

/** A date in words as ISO 8601 writes it; null = it is not one. */
function isoOf(text: string): string | null {
  const [, day, month = '', year, clock, offset = ''] = worded.exec(text) ?? [];
  const number = months.indexOf(month.toLowerCase()) + 1;
  if (day === undefined || number === 0) return null;
  const zone = /^[a-z]/i.test(offset) ? 'Z' : offset;
  return `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}T${clock}${zone}`;
}

/** `21:09:06 UTC 2026-08-21` and `2026-08-21 21:09:06 UTC`, as consoles write them, as ISO 8601 does. */
function tidied(text: string): string {
  const [, clock, zone, day] = /^(\d\d:\d\d:\d\d) (\S+) (\d{4}\S+)$/.exec(text) ?? [];
  const plain = day === undefined ? text : `${day} ${clock} ${zone}`;
  return plain.replace(/^(\d{4})\/(\d\d)\/(\d\d)/, '$1-$2-$3').replace(/ (?:UTC|GMT)$/i, 'Z');
}

/**
 * Reader of a moment as platforms write it: ISO 8601 (also with slashes in its date), or RFC 2822's words. Without an
 * offset it is local to the zone; of a local time that a clock change shows twice the first is taken, and said.
 */
export function timeReader(zone: string | null): (text: string) => Start | Fault {
  const read = startReader(zone);
  return (text) => read(isoOf(text) ?? tidied(text));
}

/**
 * Reader that keeps a moment's text beside it: a call that has no id of its own is known by it, the same whatever zone the
 * text is read in.
 */
export function asWritten(read: (text: string) => Start | Fault): (text: string) => (Start & { text: string }) | Fault {
  return (text) => {
    const start = read(text);
    return isFault(start) ? start : { ...start, text };
  };
}

const moment = /^\d{1,12}(?:\.\d{1,9})?$/;

/** Reads a number of seconds since 1970 (Unix time), as whole ms. */
export function readEpochSeconds(text: string): number | Fault {
  if (!moment.test(text)) return { fault: { key: 'rejects.not_an_epoch' } };
  return inRange(Math.round(Number(text) * 1000));
}

/** Reads a number of milliseconds since 1970. */
export function readEpochMs(text: string): number | Fault {
  if (!/^\d{1,15}$/.test(text)) return { fault: { key: 'rejects.not_an_epoch' } };
  return inRange(Number(text));
}

function inRange(ms: number): number | Fault {
  return dateFault(new Date(ms).getUTCFullYear(), 1, 1) ?? ms;
}

/** The reader that a zone asks for, made once a zone: a format's `read` is asked for every record. */
export function byZone<T>(make: (zone: string | null) => T): (zone: string | null) => T {
  const made = new Map<string | null, T>();
  return (zone) => {
    const known = made.get(zone);
    if (known !== undefined) return known;
    const fresh = make(zone);
    made.set(zone, fresh);
    return fresh;
  };
}
