import type { Economics } from '#economics';
import type { Say, Text } from '#format';
import { formatMicros, type Micros, minorDigits } from '#money';
import type { Marks } from '#reports';

const money = (value: Micros | null, currency: string): string | null =>
  value === null ? null : formatMicros(value, minorDigits(currency));

type Told = { marks: Marks; say: Say };

/**
 * One group as `economics --json` has it (interface.md): totals as decimal texts, the rest as numbers, unknown null;
 * `marks` say what a figure is made of where that is not what it should be.
 */
export function economicsJson(own: Economics, { marks, say }: Told): object {
  const said = (text: Text | null) => text && say(text);
  const { key, counts, seconds, perCall, currency } = own;
  const { offered, attempted, handled, contact, abandoned, outcomes } = counts;
  const { callType, ...rest } = key;
  return {
    key: { ...rest, ...('callType' in key ? { call_type: callType ?? null } : {}) },
    counts: { offered, attempted, handled, contact, abandoned, sale: outcomes.sale, resolved: outcomes.resolved },
    seconds,
    money: {
      charges: money(own.money.charges, currency),
      revenue: money(own.money.revenue, currency),
      contribution: money(own.money.contribution, currency),
    },
    perCall: {
      cost: perCall.cost,
      revenue: perCall.revenue,
      contribution: perCall.contribution,
      margin: perCall.margin,
      vendorCost: perCall.vendorCost?.value ?? null,
      vendorMargin: perCall.vendorMargin?.value ?? null,
      floor: perCall.floor?.value ?? null,
      ceiling: perCall.ceiling,
    },
    aht: own.aht,
    breakEvenAht: own.breakEvenAht?.value ?? null,
    conversion: own.conversion,
    costRatio: own.costRatio,
    costPerSale: own.costPerSale,
    serviceLevel: own.serviceLevel,
    abandonRate: own.abandonRate,
    zone: own.zone,
    p50Handle: own.p50Handle,
    p90Handle: own.p90Handle,
    marks: { aht: said(marks.aht(own)), abandonRate: said(marks.abandonment(own)) },
  };
}
