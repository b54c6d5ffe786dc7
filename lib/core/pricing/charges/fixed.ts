import { mulDivToMinor, parseMicros } from '#money';
import type { PriceCharge } from '../charge.ts';
import { daysInForce } from '../days-in-force.ts';
import { quantityText } from '../quantity.ts';

/** An amount a month, prorated by the days on which the contract version is in force. */
export const fixed: PriceCharge<'fixed'> = ({ amount }, { version, month }) => {
  const days = daysInForce(version, month);
  if (days.inForce === 0) return [];
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
