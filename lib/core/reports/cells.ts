import type { Cell, Interval, Text } from '#format';
import { formatMicros, type Micros, micros, minorDigits, mulDiv, parseDecimal } from '#money';

/** A figure that is not known, with what is missing. */
export function unknown(why?: Text): Cell {
  return why ? { kind: 'unknown', why } : { kind: 'unknown' };
}

/** Data as it is: a name, a code. */
export function text(value: string): Cell {
  return { kind: 'text', text: value };
}

/** A message of ours as a cell. */
export function say(key: string, values?: NonNullable<Text['values']>): Cell {
  return { kind: 'say', text: values ? { key, values } : { key } };
}

/** Names joined as the language joins them. */
export function list(items: readonly Cell[]): Cell {
  return { kind: 'list', items };
}

/** A total in the currency's minor unit, rounded half away from zero. */
export function amount(value: Micros | null, currency: string, why?: Text): Cell {
  if (value === null) return unknown(why);
  return { kind: 'amount', amount: formatMicros(value, minorDigits(currency)), currency };
}

/** What a charge comes to, to the minor unit whatever its size: an invoice is held against it. */
export function charged(value: Micros | null, currency: string, why?: Text): Cell {
  const cell = amount(value, currency, why);
  return cell.kind === 'amount' ? { ...cell, whole: true } : cell;
}

/** A rate as agreed, in a currency or in percent. */
export function rate(value: string, unit: string): Cell {
  return { kind: 'rate', rate: value, unit };
}

/** A whole amount that was agreed: `50,000 EUR`; minor units are written where there are any. */
export function sum(value: string, currency: string): Cell {
  const whole = /^\d+(\.0*)?$/.test(value);
  if (!whole) return rate(value, currency);
  return say('contract.sum', { amount: { kind: 'quantity', quantity: value }, currency });
}

/** A share as it was agreed, in percent without needless decimals: 0.7 is `70%`. */
export function percent(share: string): Cell {
  const { value, digits } = parseDecimal(share);
  const shifted = formatMicros(micros(mulDiv(value, 100_000_000n, 10n ** BigInt(digits))), 6);
  return rate(shifted, '%');
}

/** Money per handled call, unrounded. */
export function perCall(value: number | null, currency: string, why?: Text): Cell {
  return value === null ? unknown(why) : { kind: 'perCall', value, currency };
}

/** A margin per handled call: signed, with its interval where there is one. */
export function margin(value: number | null, currency: string, interval?: Interval | null, why?: Text): Cell {
  if (value === null) return unknown(why);
  const known = interval && (interval.lower !== null || interval.upper !== null);
  return { kind: 'perCall', value, currency, signed: true, ...(known && { interval }) };
}

/** A count of calls, days, sales. */
export function count(value: number | null, why?: Text): Cell {
  return value === null ? unknown(why) : { kind: 'count', value };
}

/** A time in seconds, unrounded; `mark` says what it is made of. */
export function seconds(value: number | null, why?: Text, mark?: Text | null): Cell {
  return value === null ? unknown(why) : { kind: 'seconds', value, ...(mark && { mark }) };
}

/** A vendor's break-even handle time; a fee that does not pay the overhead has none. */
export function breakEven(value: number | null, why?: Text): Cell {
  return value !== null && value <= 0 ? unknown({ key: 'gaps.fee_below_overhead' }) : seconds(value, why);
}

/** A share between 0 and 1; `mark` says what it is made of. */
export function share(value: number | null, why?: Text, mark?: Text | null): Cell {
  return value === null ? unknown(why) : { kind: 'share', value, ...(mark && { mark }) };
}

/** A calendar day. */
export function day(value: string | null, why?: Text): Cell {
  return value === null ? unknown(why) : { kind: 'day', day: value };
}

/** A figure per call times the calls it is of: the total it was divided from, to the micro. */
export function timesCalls(value: number | null, calls: number): Micros | null {
  return value === null ? null : micros(Math.round(value * calls * 1e6));
}
