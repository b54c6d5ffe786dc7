import type { Shown } from './cell-formats.ts';

const DAY_MS = 86_400_000;
/** Day 0 of a workbook's calendar as ms since 1970: Excel's takes 1900 for a leap year, which ends with day 60. */
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
const LAST_DAY = 2_958_465;

/** Digits of a number without an exponent, as many as a double has. */
function plainNumber(number: number): string {
  const text = String(number);
  const [, sign = '', whole = '', fraction = '', power = ''] = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text) ?? [];
  if (power === '') return text;
  const digits = whole + fraction;
  const point = 1 + Number(power);
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  return sign + digits.padEnd(point, '0');
}

const two = (value: number) => String(value).padStart(2, '0');

/** Hours, minutes and seconds of ms, with ms where there are some. */
function clock(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const rest = ms % 1000;
  const time = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return rest === 0 ? time : `${time}.${String(rest).padStart(3, '0')}`;
}

/** A date as its number of days, as a local time: `2026-03-02` or `2026-03-02 09:15:00`. */
function dateText(days: number, shown: 'date' | 'date_time', from1904: boolean): string {
  const epoch = from1904 ? EPOCH_1904 : days < 60 ? EPOCH_1900 + DAY_MS : EPOCH_1900;
  const ms = epoch + Math.round(days * DAY_MS);
  const ofDay = ((ms % DAY_MS) + DAY_MS) % DAY_MS;
  const day = new Date(ms - ofDay).toISOString().slice(0, 10);
  return shown === 'date' && ofDay === 0 ? day : `${day} ${clock(ofDay)}`;
}

/**
 * The text of a cell that holds a number: a date in ISO's order, a time or duration as `hh:mm:ss` (above 24 hours too),
 * else plain digits.
 */
export function numberText(value: string, shown: Shown, from1904: boolean): string {
  const number = Number(value);
  if (value.trim() === '' || !Number.isFinite(number)) return value.trim();
  if (shown === null || number < 0 || number > LAST_DAY) return plainNumber(number);
  return shown === 'time' ? clock(Math.round(number * DAY_MS)) : dateText(number, shown, from1904);
}
