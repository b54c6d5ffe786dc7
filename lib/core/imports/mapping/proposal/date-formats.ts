import { isFault } from '../../cells/fault.ts';
import { dateFormat } from '../date-format.ts';
import { monthNumber } from '../month-names.ts';
import { mappedStartReader, namedFormats } from '../start.ts';

const word = '\\p{L}[\\p{L}\\p{M}]*\\.?';
const between = '(?:[^\\d\\p{L}]|\\s+de\\s+)+';
const date = `(?:(${word})(,?\\s+))?(\\d{1,4}|${word})(${between})(\\d{1,2}|${word})(${between})(\\d{4}|\\d{2})`;
const clock = '(\\d{1,2})([:.])(\\d\\d)(?:\\2(\\d\\d)(?:([.,])\\d{1,9})?)?(?:(\\s?)([ap]\\.?\\s?m\\.?))?';
const offset = '(\\s?)(Z|[+-]\\d\\d(?::?\\d\\d)?|UTC|GMT)';
const clockShape = new RegExp(`^${clock}(?:${offset})?$`, 'iu');
const dateShape = new RegExp(`^${date}(?:(,?\\s+|T)(\\d.*))?$`, 'iu');

const compactFormats: Readonly<Record<number, readonly string[]>> = {
  6: ['yyMMdd', 'ddMMyy', 'MMddyy'],
  8: ['yyyyMMdd', 'ddMMyyyy', 'MMddyyyy'],
  12: ['yyyyMMddHHmm'],
  14: ['yyyyMMddHHmmss'],
};

/** A fixed text of a format: its letters in quotes. */
function fixed(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\p{L}']+/gu, (letters) => `'${letters.replaceAll("'", "''")}'`);
}

/** The format of a clock, with its offset if there is one; null = it is none. */
export function clockFormat(text: string): string | null {
  const match = clockShape.exec(text);
  if (match === null) return null;
  const [, , colon = ':', , seconds, point, gap = '', half, before = '', zone] = match;
  const hour = half ? 'h' : 'H';
  const rest = seconds === undefined ? '' : `${colon}ss${point ? `${point}SSS` : ''}`;
  const written = zone === undefined ? '' : before + (/^[ug]/i.test(zone) ? 'z' : 'XXX');
  return `${hour}${colon}mm${rest}${half ? `${gap}a` : ''}${written}`;
}

/** The orders in which a year, a month and a day may stand. */
function ordersOf(parts: readonly string[]): string[][] {
  const [a = '', b = '', c = ''] = parts;
  const year = c.length > 2 ? 'yyyy' : 'yy';
  if (/^\D/.test(a)) return [['MMM', 'd', year]];
  if (/^\D/.test(b)) return a.length > 2 ? [['yyyy', 'MMM', 'd']] : [['d', 'MMM', year]];
  if (a.length > 2) return [['yyyy', 'M', 'd']];
  const ends = [
    ['d', 'M', year],
    ['M', 'd', year],
  ];
  return c.length > 2 ? ends : [...ends, ['yy', 'M', 'd']];
}

function spelledFormats(text: string): string[] {
  const match = dateShape.exec(text);
  if (match === null) return [];
  const [, weekday, gap = '', a = '', first = '', b = '', second = '', c = '', joint = '', time] = match;
  const after = time === undefined ? '' : clockFormat(time);
  if (after === null || [a, b].some((part) => /^\D/.test(part) && monthNumber(part) === null)) return [];
  const before = weekday === undefined ? '' : `EEE${gap}`;
  return ordersOf([a, b, c]).map(
    ([x, y, z]) => `${before}${x}${fixed(first)}${y}${fixed(second)}${z}${fixed(joint)}${after}`,
  );
}

/** Formats that a text might be a date of, told by its shape alone. */
export function formatsOf(text: string): string[] {
  const compact = /^\d+$/.test(text) ? (compactFormats[text.length] ?? []) : [];
  const counts = /^\d+(?:[.,]\d+)?$/.test(text) ? ['epoch_s', 'epoch_ms', 'excel'] : ['iso'];
  return [...counts, ...compact, ...spelledFormats(text)];
}

/** Reads a date of one format: its wall clock, `2026-02-01 09:15:00`; null = it does not fit. */
export type ReadsAs = (text: string) => string | null;

const EARLIEST = '1990-01-01';
const LATEST = '2100-01-01';

/** Makes a format ready to try values with; dates without a year are read in one that is a leap year. */
export function readsAs(format: string): ReadsAs {
  const written = (ms: number) => {
    const text = new Date(ms)
      .toISOString()
      .replace('T', ' ')
      .replace(/(?:\.000)?Z$/, '');
    return text >= EARLIEST && text < LATEST ? text : null;
  };
  if ((namedFormats as readonly string[]).includes(format)) {
    const read = mappedStartReader({ format }, 'UTC');
    return (text) => {
      const start = read(text);
      return isFault(start) ? null : written(start.ms);
    };
  }
  const compiled = dateFormat(format);
  if (typeof compiled === 'string') return () => null;
  return (text) => {
    const wall = compiled.read(text, () => 2000);
    return isFault(wall) ? null : written(wall.ms);
  };
}
