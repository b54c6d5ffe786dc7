import { minorDigits } from './currency.ts';

declare const brand: unique symbol;

/** An amount of money in millionths of one currency unit. The currency travels beside it, never inside. */
export type Micros = bigint & { readonly [brand]: 'micros' };

/** Marks a whole number of millionths as money. */
export function micros(value: bigint | number): Micros {
  return BigInt(value) as Micros;
}

const decimalText = /^([+-])?(\d+)(?:\.(\d{1,6})0*)?$/;

/** Reads a decimal text such as `-3.60`; throws on anything else and on more than six decimals. */
export function parseMicros(text: string): Micros {
  const match = decimalText.exec(text.trim());
  if (!match) throw new RangeError(`not an amount with at most six decimals: "${text}"`);
  const [, sign, whole = '0', fraction = ''] = match;
  const value = BigInt(whole) * 1_000_000n + BigInt(fraction.padEnd(6, '0') || '0');
  return micros(sign === '-' ? -value : value);
}

/** `a * b / d`, rounded once, half away from zero. */
export function mulDiv(a: bigint, b: bigint, d: bigint): bigint {
  if (d === 0n) throw new RangeError('division by zero');
  const product = a * b;
  const negative = product < 0n !== d < 0n;
  const n = product < 0n ? -product : product;
  const m = d < 0n ? -d : d;
  const rounded = (2n * n + m) / (2n * m);
  return negative ? -rounded : rounded;
}

/** `a * b / d` rounded once, straight to the currency's minor unit (ISO 4217), half away from zero. */
export function mulDivToMinor(a: bigint, b: bigint, d: bigint, currency: string): Micros {
  const step = 10n ** BigInt(6 - minorDigits(currency));
  return micros(mulDiv(a, b, d * step) * step);
}

/** Rounds to the currency's minor unit (ISO 4217), half away from zero. */
export function roundToMinor(value: Micros, currency: string): Micros {
  return mulDivToMinor(value, 1n, 1n, currency);
}

/** The amount as a decimal text with `digits` decimals, rounded half away from zero: `-3.60`. */
export function formatMicros(value: Micros, digits: number): string {
  const scaled = mulDiv(value, 10n ** BigInt(digits), 1_000_000n);
  const text = (scaled < 0n ? -scaled : scaled).toString().padStart(digits + 1, '0');
  const whole = text.slice(0, text.length - digits);
  return `${scaled < 0n ? '-' : ''}${whole}${digits > 0 ? `.${text.slice(-digits)}` : ''}`;
}

/** The sum of amounts of one currency. */
export function sumMicros(values: Iterable<Micros>): Micros {
  let total = 0n;
  for (const value of values) total += value;
  return micros(total);
}

/** Currency units as a number, for ratios, statistics and drawing; never to be added up as money again. */
export function toUnits(value: Micros): number {
  return Number(value) / 1e6;
}
