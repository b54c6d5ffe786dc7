import { parseDecimal } from './decimal.ts';

/** An exact ratio of whole numbers; `den` is positive. */
export type Fraction = { num: bigint; den: bigint };

/** A decimal text as an exact ratio; throws on anything else. */
export function fractionOf(text: string): Fraction {
  const { value, digits } = parseDecimal(text);
  return { num: value, den: 10n ** BigInt(digits) };
}

/** The exact sum of decimal texts. */
export function sumDecimals(texts: readonly string[]): Fraction {
  let sum: Fraction = { num: 0n, den: 1n };
  for (const text of texts) {
    const { num, den } = fractionOf(text);
    const common = sum.den > den ? sum.den : den;
    sum = { num: sum.num * (common / sum.den) + num * (common / den), den: common };
  }
  return sum;
}
