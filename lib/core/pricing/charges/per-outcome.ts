import { mulDivToMinor, parseMicros } from '#money';
import type { RollupRow } from '#rollup';
import type { ChargeOf, PriceCharge } from '../charge.ts';

function counterOf(outcome: ChargeOf<'per_outcome'>['outcome']): (row: RollupRow) => number {
  return outcome === 'contact' ? (row) => row.contact : (row) => row.outcomes[outcome];
}

/** Rate x count of sales, resolutions or contacts, whether or not the calls themselves are billed. */
export const perOutcome: PriceCharge<'per_outcome'> = ({ outcome, rate }, { rows, version }) => {
  const count = counterOf(outcome);
  const total = rows.reduce((sum, row) => sum + count(row), 0);
  if (total === 0) return [];
  return [
    {
      part: outcome,
      detail: { outcome },
      quantity: String(total),
      rate,
      amount: mulDivToMinor(parseMicros(rate), BigInt(total), 1n, version.currency),
      class: 'variable',
      weight: (row) => BigInt(count(row)),
    },
  ];
};
