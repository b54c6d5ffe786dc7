import type { Tier } from '#contracts';
import { mulDivToMinor, parseMicros } from '#money';
import type { RollupRow } from '#rollup';
import type { Billing, ChargeLine } from './charge.ts';
import { quantityText } from './quantity.ts';
import { slices, volumeSlice } from './slices.ts';
import type { LineDetail } from './statement.ts';

/** A quantity that is counted whole and billed by the unit: calls by one, seconds by the minute of sixty. */
export type Counter = { count: (row: RollupRow) => number; perUnit: number };

type Pricelist = { rate?: string | undefined; mode?: string | undefined; tiers?: readonly Tier[] | undefined };

/** The lines of a price by the unit: one per rate class at a flat rate, one per tier reached where there are tiers. */
export function unitLines(price: Pricelist, counter: Counter, billing: Billing): ChargeLine[] {
  if (price.tiers) return tierLines(price.tiers, price.mode === 'volume' ? 'volume' : 'graduated', counter, billing);
  return flatLines(price.rate ?? '0', counter, billing);
}

function flatLines(rate: string, counter: Counter, billing: Billing): ChargeLine[] {
  const counts = new Map<string, number>();
  for (const row of billing.rows) counts.set(row.rateClass, (counts.get(row.rateClass) ?? 0) + counter.count(row));
  return [...counts]
    .filter(([, count]) => count > 0)
    .sort(standardFirst)
    .map(([rateClass, count]) => ({
      ...unitLine(count, rate, { rateClass }, { counter, currency: billing.version.currency }),
      part: rateClass,
      weight: (row) => (row.rateClass === rateClass ? BigInt(counter.count(row)) : 0n),
    }));
}

function standardFirst([a]: [string, number], [b]: [string, number]): number {
  if (a === b) return 0;
  return a === 'standard' || (b !== 'standard' && a < b) ? -1 : 1;
}

/** Tiers look at all rate classes together: the band that a unit falls in is decided by the month's total. */
function tierLines(
  tiers: readonly Tier[],
  mode: 'graduated' | 'volume',
  counter: Counter,
  { rows, version }: Billing,
): ChargeLine[] {
  const { count, perUnit } = counter;
  const total = rows.reduce((sum, row) => sum + count(row), 0);
  const counted = tiers.map(({ upTo, rate }) => ({ rate, upTo: upTo === null ? null : upTo * perUnit }));
  const reached = mode === 'graduated' ? slices(total, counted) : volumeSlice(total, counted);
  return reached.map((slice) => {
    const tier = { mode, from: slice.from / perUnit, to: slice.to === null ? null : slice.to / perUnit };
    return {
      ...unitLine(slice.quantity, slice.rate, { tier }, { counter, currency: version.currency }),
      part: `${tier.from}-${tier.to ?? ''}`,
      weight: (row) => BigInt(count(row)),
    };
  });
}

function unitLine(
  count: number,
  rate: string,
  detail: LineDetail,
  { counter: { perUnit }, currency }: { counter: Counter; currency: string },
): Omit<ChargeLine, 'part' | 'weight'> {
  return {
    detail: perUnit === 1 ? detail : { ...detail, billedSeconds: count },
    quantity: quantityText(BigInt(count), BigInt(perUnit)),
    rate,
    amount: mulDivToMinor(parseMicros(rate), BigInt(count), BigInt(perUnit), currency),
    class: 'variable',
  };
}
