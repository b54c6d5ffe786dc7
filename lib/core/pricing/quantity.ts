import { formatMicros, micros, mulDiv } from '#money';

/** `value / per` as decimal text without trailing zeros, rounded at six decimals where it does not end before. */
export function quantityText(value: bigint, per: bigint): string {
  return formatMicros(micros(mulDiv(value, 1_000_000n, per)), 6).replace(/\.?0+$/, '');
}
