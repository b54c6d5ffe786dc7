import { formatMicros, type Micros, micros, minorDigits, mulDivToMinor, parseMicros } from '#money';
import type { Billing, ChargeLine, Lacking, PriceCharge } from '../charge.ts';
import { daysInForce } from '../days-in-force.ts';
import { variableTotal } from '../variable-lines.ts';

/** A commitment's true-up: what the variable lines fall short of it, prorated by days in force; never negative. */
export const minimum: PriceCharge<'minimum'> = ({ amount }, billing) =>
  limitLine(amount, billing, (limit, reached) => (reached < limit ? micros(limit - reached) : micros(0)));

/** A spend cap: takes off what the variable lines exceed it by, prorated by days in force; never positive. */
export const cap: PriceCharge<'cap'> = ({ amount }, billing) =>
  limitLine(amount, billing, (limit, reached) => (reached > limit ? micros(limit - reached) : micros(0)));

function limitLine(
  monthly: string,
  billing: Billing,
  of: (limit: Micros, reached: Micros) => Micros,
): ChargeLine[] | Lacking {
  const { version, month } = billing;
  const days = daysInForce(version, month);
  if (days.inForce === 0) return [];
  const reached = variableTotal(billing);
  if (reached === null) return { lacks: 'variable_lines' };
  const limit = mulDivToMinor(parseMicros(monthly), BigInt(days.inForce), BigInt(days.ofMonth), version.currency);
  const amount = of(limit, reached);
  if (amount === 0n) return [];
  return [
    {
      part: 'month',
      detail: { days, limit: { amount: limit, reached } },
      quantity: '1',
      rate: formatMicros(amount, minorDigits(version.currency)),
      amount,
      class: 'fixed',
      weight: null,
    },
  ];
}
