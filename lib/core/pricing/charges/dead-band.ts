import { type Fraction, fractionOf, mulDivToMinor, parseMicros } from '#money';
import type { Billing, ChargeLine, PriceCharge } from '../charge.ts';
import { daysInForce } from '../days-in-force.ts';
import { quantityText } from '../quantity.ts';

/**
 * ARC x max(0, N - N0(1+d)) - RRC x max(0, N0(1-d) - N): calls billed outside a band around the baseline of N0 a month,
 * which is prorated by days in force. The price of the baseline itself is a charge of its own.
 */
export const deadBand: PriceCharge<'dead_band'> = ({ calls, band, arc, rrc }, billing) => {
  const { rows, version, month } = billing;
  const days = daysInForce(version, month);
  const billed = rows.reduce((sum, row) => sum + row.billedCalls, 0);
  const baseline = { num: BigInt(calls) * BigInt(days.inForce), den: BigInt(days.ofMonth) };
  const width = fractionOf(band);
  const bound = (sign: bigint): Fraction => ({
    num: baseline.num * (width.den + sign * width.num),
    den: baseline.den * width.den,
  });
  if (days.inForce === 0) return [];
  const [lower, upper] = [bound(-1n), bound(1n)];
  return [
    ...outside('above', { rate: arc, calls: billed, bound: upper, billing }),
    ...outside('below', { rate: rrc, calls: billed, bound: lower, billing }),
  ];
};

type Outside = { rate: string; calls: number; bound: Fraction; billing: Billing };

function outside(side: 'above' | 'below', { rate, calls, bound, billing }: Outside): ChargeLine[] {
  const over = BigInt(calls) * bound.den - bound.num;
  const beyond = side === 'above' ? over : -over;
  if (beyond <= 0n) return [];
  const { version, month } = billing;
  const days = daysInForce(version, month);
  const signed = side === 'above' ? beyond : -beyond;
  return [
    {
      part: side,
      detail: { days, band: { calls, bound: quantityText(bound.num, bound.den), side } },
      quantity: quantityText(signed, bound.den),
      rate,
      amount: mulDivToMinor(parseMicros(rate), signed, bound.den, version.currency),
      class: 'variable',
      weight: null,
    },
  ];
}
