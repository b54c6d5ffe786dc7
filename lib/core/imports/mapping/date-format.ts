import { dateFault } from '../cells/day.ts';
import { type Fault, isFault } from '../cells/fault.ts';
import { monthNumber } from './month-names.ts';

/** What a date says: the wall clock as if it were UTC, the offset where one is written, and whether only the day is. */
export type WallClock = { ms: number; offsetMs: number | null; dateOnly: boolean };

/** Finds the year of a date that has none. */
export type YearOf = (month: number, day: number) => number | Fault;

/** A date format made ready to read many dates with. */
export type DateFormat = {
  hasYear: boolean;
  /** Dates without a year ask for it. */
  read: (text: string, yearOf?: YearOf) => WallClock | Fault;
};

type Part = 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second' | 'fraction' | 'half' | 'offset';
type Token = { part: Part | null; pattern: string; digits?: 'fixed' | 'open' };

const offset = { part: 'offset', pattern: '(Z|[+-]\\d\\d(?::?[0-5]\\d)?)' } as const;
const one = (part: Part): Token => ({ part, pattern: '(\\d\\d?)', digits: 'open' });
const two = (part: Part): Token => ({ part, pattern: '(\\d\\d)', digits: 'fixed' });
const name: Token = { part: 'month', pattern: '([\\p{L}\\p{M}]{3,}\\.?)' };
const weekday: Token = { part: null, pattern: '[\\p{L}\\p{M}-]{2,}\\.?' };
const fraction: Token = { part: 'fraction', pattern: '(\\d{1,9})', digits: 'open' };

/** Unicode's letters for parts of a date (TR 35), as far as call logs need them. */
const tokens: Readonly<Record<string, Token>> = {
  yyyy: { part: 'year', pattern: '(\\d{4})', digits: 'fixed' },
  yy: two('year'),
  MMMM: name,
  MMM: name,
  MM: two('month'),
  M: one('month'),
  dd: two('day'),
  d: one('day'),
  EEEE: weekday,
  EEE: weekday,
  HH: two('hour'),
  H: one('hour'),
  hh: two('hour'),
  h: one('hour'),
  mm: two('minute'),
  ss: two('second'),
  SSS: fraction,
  SSSSSS: fraction,
  a: { part: 'half', pattern: '([ap])\\.?\\s?m\\.?' },
  XXX: offset,
  XX: offset,
  X: offset,
  xxx: offset,
  xx: offset,
  x: offset,
  z: { part: 'offset', pattern: '(UTC|GMT)' },
};

const pieces = /'((?:[^']|'')*)'|([A-Za-z])\2*|[^A-Za-z']+|'/g;

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replace(/\s+/g, '\\s+');
}

/** The tokens and fixed texts of a format, or what is wrong with it in English. */
function tokensOf(format: string): Token[] | string {
  const found: Token[] = [];
  for (const [piece, quoted] of format.matchAll(pieces)) {
    const token = tokens[piece];
    const previous = found.at(-1);
    if (token) {
      if (token.digits && previous?.digits === 'open') return `digits of "${piece}" follow digits of any number`;
      found.push(token);
    } else if (quoted !== undefined) found.push({ part: null, pattern: literal(quoted.replaceAll("''", "'") || "'") });
    else if (piece === 'T' || !/^[A-Za-z']/.test(piece)) found.push({ part: null, pattern: literal(piece) });
    else return `"${piece}" means nothing in a date format; put fixed letters between ' and '`;
  }
  return found;
}

/** Parts that say nothing without the larger one. */
const within = [
  ['minute', 'hour'],
  ['second', 'minute'],
  ['fraction', 'second'],
] as const;

function faultOf(format: string, parts: readonly Part[]): string | null {
  const twice = parts.find((part, index) => parts.indexOf(part) < index);
  if (twice) return `the format names the ${twice} twice`;
  const lacking = (['month', 'day'] as const).find((part) => !parts.includes(part));
  if (lacking) return `the format has no ${lacking}`;
  const broken = within.find(([smaller, larger]) => parts.includes(smaller) && !parts.includes(larger));
  if (broken) return `the format has the ${broken[0]} without the ${broken[1]}`;
  const half = /h/.test(format.replace(/'[^']*'/g, ''));
  if (half !== parts.includes('half')) return 'the format has "a" (AM or PM) where it has "h", and only there';
  return null;
}

/** Two digits mean the years 1970 to 2069. */
function fullYear(text: string): number {
  const year = Number(text);
  if (text.length > 2) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}

function offsetOf(text: string): number {
  if (!/^[+-]/.test(text)) return 0;
  const [hours, minutes] = [Number(text.slice(1, 3)), Number(text.slice(3).replace(':', '') || 0)];
  return (text[0] === '-' ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}

const noSuchTime: Fault = { fault: { key: 'rejects.no_such_time' } };
const HOUR_MS = 3_600_000;

/** The hour of the day of a clock of 12 hours: 12 AM is midnight. */
function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  if (hour < 1 || hour > 12) return 24;
  return (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
}

type Taken = (part: Part) => string | undefined;

function timeOf(taken: Taken): number | Fault {
  const hour = hourOf(Number(taken('hour') ?? 0), taken('half'));
  const [minute, second] = [Number(taken('minute') ?? 0), Number(taken('second') ?? 0)];
  if (hour > 23 || minute > 59 || second > 59) return noSuchTime;
  const ms = Number((taken('fraction') ?? '').padEnd(3, '0').slice(0, 3));
  return hour * HOUR_MS + minute * 60_000 + second * 1000 + ms;
}

function dayOf(taken: Taken, yearOf: YearOf | undefined, otherwise: Fault): number | Fault {
  const [written = '', yearText] = [taken('month'), taken('year')];
  const month = /^\d/.test(written) ? Number(written) : monthNumber(written);
  if (month === null) return otherwise;
  const day = Number(taken('day'));
  const year = yearText === undefined ? (yearOf?.(month, day) ?? otherwise) : fullYear(yearText);
  if (isFault(year)) return year;
  return dateFault(year, month, day) ?? Date.UTC(year, month - 1, day);
}

/** Makes a date format ready to read with, or says in English what is wrong with it. */
export function dateFormat(format: string): DateFormat | string {
  const found = tokensOf(format);
  if (typeof found === 'string') return found;
  const parts = found.flatMap(({ part }) => part ?? []);
  const wrong = faultOf(format, parts);
  if (wrong) return wrong;
  const shape = new RegExp(`^${found.map(({ pattern }) => pattern).join('')}$`, 'iu');
  const places = new Map(parts.map((part, index) => [part, index + 1]));
  const otherwise: Fault = { fault: { key: 'rejects.not_in_format', values: { format } } };
  const hasTime = places.has('hour');
  return {
    hasYear: places.has('year'),
    read: (text, yearOf) => {
      const match = shape.exec(text);
      if (match === null) return otherwise;
      const taken: Taken = (part) => match[places.get(part) ?? -1];
      const day = dayOf(taken, yearOf, otherwise);
      if (isFault(day)) return day;
      const time = timeOf(taken);
      if (isFault(time)) return time;
      const written = taken('offset');
      return { ms: day + time, offsetMs: written === undefined ? null : offsetOf(written), dateOnly: !hasTime };
    },
  };
}
