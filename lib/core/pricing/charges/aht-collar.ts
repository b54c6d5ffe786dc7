import { mulDivToMinor, parseMicros } from '#money';
import type { PriceCharge } from '../charge.ts';
import { quantityText } from '../quantity.ts';

/**
 * Per second x seconds of the month's AHT outside [low, high] x billed calls: added above the collar, taken off below.
 * AHT is handle time over handled calls of the version's month.
 */
export const ahtCollar: PriceCharge<'aht_collar'> = ({ low, high, perSecond }, { rows, version }) => {
  const handled = rows.reduce((sum, row) => sum + row.handled, 0);
  const handleMs = rows.reduce((sum, row) => sum + row.handleMs, 0);
  const calls = rows.reduce((sum, row) => sum + row.billedCalls, 0);
  if (handled === 0 || calls === 0) return [];
  const perCallMs = (bound: number) => BigInt(handleMs) - BigInt(Math.round(bound * 1000)) * BigInt(handled);
  const [above, below] = [perCallMs(high), perCallMs(low)];
  const outside = above > 0n ? above : below < 0n ? below : 0n;
  if (outside === 0n) return [];
  const side = outside > 0n ? 'above' : 'below';
  const den = 1000n * BigInt(handled);
  const num = outside * BigInt(calls);
  return [
    {
      part: side,
      detail: {
        collar: {
          aht: quantityText(BigInt(handleMs), den),
          bound: side === 'above' ? high : low,
          side,
          calls,
        },
      },
      quantity: quantityText(num, den),
      rate: perSecond,
      amount: mulDivToMinor(parseMicros(perSecond), num, den, version.currency),
      class: 'variable',
      weight: (row) => BigInt(row.billedCalls),
    },
  ];
};
