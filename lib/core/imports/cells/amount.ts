import { isCurrency, type Micros, parseMicros } from '#money';
import type { Fault } from './fault.ts';

const shape = /^[+-]?\d{1,12}(?:\.\d{1,6})?$/;

/** Reads an amount in currency units: below a million million, at most six decimals, negative for money given back. */
export function readAmount(text: string): Micros | Fault {
  if (shape.test(text)) return parseMicros(text);
  return { fault: { key: 'rejects.not_an_amount' } };
}

/** Reads an ISO 4217 currency code in capitals. */
export function readCurrency(text: string): string | Fault {
  return isCurrency(text) ? text : { fault: { key: 'rejects.not_a_currency' } };
}
