import { mulDivToMinor, parseMicros, sumDecimals } from '#money';
import type { PriceCharge } from '../charge.ts';
import { daysInForce } from '../days-in-force.ts';
import { quantityText } from '../quantity.ts';

/**
 * Rate x full-time equivalents of the month: the mean over the days for which the hours file names any, of their sums
 * over programs, times the days in force of the days of the month. Without any the line is unknown.
 */
export const perFte: PriceCharge<'per_fte'> = ({ rate }, { rows, inputs, version, month }) => {
  const given = inputs.hours.filter(({ fte }) => fte !== null);
  const staffed = new Set(given.map(({ day }) => day)).size;
  if (staffed === 0) return rows.some((row) => row.handled > 0) ? { lacks: 'fte' } : [];
  const total = sumDecimals(given.flatMap(({ fte }) => fte ?? []));
  const days = daysInForce(version, month);
  const num = total.num * BigInt(days.inForce);
  const den = total.den * BigInt(staffed) * BigInt(days.ofMonth);
  if (num === 0n) return [];
  return [
    {
      part: 'month',
      detail: { days },
      quantity: quantityText(num, den),
      rate,
      amount: mulDivToMinor(parseMicros(rate), num, den, version.currency),
      class: 'fixed',
      weight: null,
    },
  ];
};
