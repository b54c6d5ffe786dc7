import { type Micros, parseDecimal, parseMicros } from '#money';

/** What a difference may be and still agree: an amount in currency units, or a percent of our line. Decimal texts. */
export type Tolerance = { amount: string; percent: string };

/** Only what is equal agrees. */
export const noTolerance: Tolerance = { amount: '0', percent: '0' };

/** Whether a difference lies within the tolerance: within its amount, or within its percent of our line's amount. */
export function isTolerated(difference: Micros, ours: Micros, { amount, percent }: Tolerance): boolean {
  const gap = size(difference);
  if (gap <= parseMicros(amount)) return true;
  const { value, digits } = parseDecimal(percent);
  return gap * 100n * 10n ** BigInt(digits) <= value * size(ours);
}

function size(value: bigint): bigint {
  return value < 0n ? -value : value;
}
