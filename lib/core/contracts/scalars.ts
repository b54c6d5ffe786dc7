import { z } from 'zod';
import { isCurrency, parseDecimal, parseMicros } from '#money';
import { isDay, isZone, parseDay } from '#time';

/** Codes name vendors, programs, rate classes: lower case, they go into addresses and files. */
export const code = z
  .string()
  .regex(/^[a-z0-9][a-z0-9_-]{0,39}$/, 'a code has 1 to 40 of a-z, 0-9, - and _, and starts with a letter or digit');

export const currency = z
  .string()
  .refine(isCurrency, { error: (issue) => `"${issue.input}" is not an ISO 4217 currency code` });

export const zone = z.string().refine(isZone, { error: (issue) => `"${issue.input}" is not an IANA time zone` });

/** YAML gives a date as text or as a Date at midnight UTC, according to the reader. */
export const day = z
  .preprocess((value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value), z.string())
  .refine(isDay, { error: (issue) => `"${issue.input}" is not a calendar date (YYYY-MM-DD)` })
  .transform(parseDay);

const decimalText = z.union([z.string(), z.number()]).transform((value, context) => {
  try {
    parseDecimal(value);
    return String(value).trim().replace(/^\+/, '');
  } catch {
    context.addIssue({ code: 'custom', message: `"${value}" is not a decimal number` });
    return z.NEVER;
  }
});

/** A decimal within bounds, both included unless said. */
export function decimalBetween(low: number, high: number, what: string) {
  return decimalText.refine((text) => Number(text) >= low && Number(text) <= high, {
    error: (issue) => `${issue.input} is outside ${what}`,
  });
}

/** An amount or rate >= 0 in currency units with at most six decimals, kept as text. */
export const amount = decimalText
  .refine((text) => !text.startsWith('-'), { error: 'an amount or rate cannot be negative' })
  .refine((text) => {
    try {
      parseMicros(text);
      return true;
    } catch {
      return false;
    }
  }, 'at most six decimals');
