import { convert, mulDivToMinor, parseDecimal, sumMicros } from '#money';
import type { RollupRow } from '#rollup';
import type { PriceCharge } from '../charge.ts';
import { quantityText } from '../quantity.ts';

/**
 * Percent x the month's net revenue in the contract's currency, each day's revenue converted at that day's rate.
 * A month whose refunds exceed its sales gives a negative line: the vendor owes its share back.
 */
export const revenueShare: PriceCharge<'revenue_share'> = ({ percent }, { rows, version, rates }) => {
  const revenueOf = (row: RollupRow) =>
    row.revenue === 0n ? row.revenue : convert(row.revenue, row.currency, version.currency, row.day, rates);
  if (!rows.some((row) => row.revenue !== 0n)) return [];
  const revenue = sumMicros(rows.map(revenueOf));
  const share = parseDecimal(percent);
  return [
    {
      part: 'net',
      detail: {},
      quantity: quantityText(revenue, 1_000_000n),
      rate: percent,
      amount: mulDivToMinor(revenue, share.value, 100n * 10n ** BigInt(share.digits), version.currency),
      class: 'variable',
      weight: revenueOf,
    },
  ];
};
