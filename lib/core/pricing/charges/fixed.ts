import { mulDivToMinor, parseMicros } from '#money';
import { daysIn, intersect, monthPeriod } from '#time';
import type { PriceCharge } from '../charge.ts';
import { quantityText } from '../quantity.ts';

/** An amount a month, prorated by the days on which the contract version is in force. */
export const fixed: PriceCharge<'fixed'> = ({ amount }, { version, month }) => {
  const whole = monthPeriod(month);
  const inForce = intersect(version, whole);
  if (inForce === null) return [];
  const days = { inForce: daysIn(inForce), ofMonth: daysIn(whole) };
  const [part, all] = [BigInt(days.inForce), BigInt(days.ofMonth)];
  return [
    {
      part: 'month',
      detail: { days },
      quantity: quantityText(part, all),
      rate: amount,
      amount: mulDivToMinor(parseMicros(amount), part, all, version.currency),
      class: 'fixed',
      weight: null,
    },
  ];
};
