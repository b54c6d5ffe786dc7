import { formatMicros, type Micros, micros, mulDiv } from '#money';
import type { Fault } from '../../cells/fault.ts';

const shape = /^([+-]?)\$? ?([+-]?)(\d{1,12}|\d{1,3}(?:,\d{3}){1,3})(?:\.(\d{1,20}))?(?:e-(\d{1,2}))?$/i;

/**
 * Reads an amount in currency units as platforms write it, exactly: by its decimal text, never by arithmetic on a binary
 * number; digits beyond the sixth decimal are rounded half away from zero. `$1,234.50` is one too.
 */
export function readMoney(text: string): Micros | Fault {
  const [, before = '', after = '', whole, fraction = '', exponent = '0'] = shape.exec(text) ?? [];
  if (whole === undefined) return { fault: { key: 'rejects.not_an_amount' } };
  const digits = BigInt(whole.replaceAll(',', '') + fraction);
  const scale = 10n ** BigInt(fraction.length + Number(exponent));
  const value = mulDiv(digits, 1_000_000n, scale);
  if (before !== '' && after !== '') return { fault: { key: 'rejects.not_an_amount' } };
  return micros(before === '-' || after === '-' ? -value : value);
}

/** An amount as decimal text with no more decimals than it has: `30.06`. */
export function plainAmount(amount: Micros): string {
  return formatMicros(amount, 6).replace(/\.?0+$/, '');
}
