import { mulDivToMinor, parseMicros, sumDecimals } from '#money';
import type { Billing, ChargeLine, PriceCharge } from '../charge.ts';
import { quantityText } from '../quantity.ts';

const HOUR_MS = 3_600_000n;

/**
 * Rate x hours. `logged`: hours of the hours file, a line of the month as a whole, since no call causes them; without any
 * logged hours for the month the line is unknown. `productive`: handle time of the month's handled calls.
 */
export const perHour: PriceCharge<'per_hour'> = ({ basis, rate }, billing) =>
  basis === 'logged' ? logged(rate, billing) : productive(rate, billing);

function logged(rate: string, { rows, inputs, version }: Billing): ReturnType<PriceCharge<'per_hour'>> {
  const hours = inputs.hours.flatMap(({ loggedHours }) => loggedHours ?? []);
  if (hours.length === 0) return rows.some((row) => row.handled > 0) ? { lacks: 'logged_hours' } : [];
  const { num, den } = sumDecimals(hours);
  return hourLine('logged', { rate, num, den, currency: version.currency, weight: null });
}

function productive(rate: string, { rows, version }: Billing): ChargeLine[] {
  const num = rows.reduce((sum, row) => sum + BigInt(row.handleMs), 0n);
  const { currency } = version;
  return hourLine('productive', { rate, num, den: HOUR_MS, currency, weight: (row) => BigInt(row.handleMs) });
}

type Hours = { rate: string; num: bigint; den: bigint; currency: string; weight: ChargeLine['weight'] };

function hourLine(hours: 'logged' | 'productive', { rate, num, den, currency, weight }: Hours): ChargeLine[] {
  if (num === 0n) return [];
  return [
    {
      part: hours,
      detail: { hours },
      quantity: quantityText(num, den),
      rate,
      amount: mulDivToMinor(parseMicros(rate), num, den, currency),
      class: 'variable',
      weight,
    },
  ];
}
