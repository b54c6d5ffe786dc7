import { type Micros, micros, mulDiv } from './micros.ts';

/** An exact decimal factor (a load of 1.35, a share of 0.5): `value / 10^digits`. */
export type Decimal = { readonly value: bigint; readonly digits: number };

/** Reads `1.35`, `-12.5`, `2`; throws on anything else, exponents and infinities included. */
export function parseDecimal(text: string | number): Decimal {
  const match = /^([+-])?(\d+)(?:\.(\d+))?$/.exec(String(text).trim());
  if (!match) throw new RangeError(`not a decimal number: "${text}"`);
  const [, sign, whole = '0', fraction = ''] = match;
  const value = BigInt(whole + fraction);
  return { value: sign === '-' ? -value : value, digits: fraction.length };
}

/** Amount times factor, rounded once to the micro, half away from zero. */
export function timesDecimal(amount: Micros, factor: Decimal): Micros {
  return micros(mulDiv(amount, factor.value, 10n ** BigInt(factor.digits)));
}

/** Amount divided by factor, rounded once to the micro, half away from zero. */
export function divideByDecimal(amount: Micros, factor: Decimal): Micros {
  return micros(mulDiv(amount, 10n ** BigInt(factor.digits), factor.value));
}
