import { type Fraction, formatMicros, fractionOf, mulDivToMinor } from '#money';
import type { ChargeOf, PriceCharge } from '../charge.ts';
import { kpiValue } from '../kpi.ts';
import { quantityText } from '../quantity.ts';
import { variableTotal } from '../variable-lines.ts';

/**
 * Percent x the sum of the variable lines: the percent of the step that the month's KPI falls in (a step holds from its
 * own start), within the cap and the floor. A month without handled calls has none, nor has one whose variable lines come to
 * a credit, on which a malus would pay; a KPI that is not known has no line.
 */
export const bonusMalus: PriceCharge<'bonus_malus'> = (charge, billing) => {
  const { rows, inputs, programs, version } = billing;
  if (!rows.some((row) => row.handled > 0)) return [];
  const value = kpiValue(charge.kpi, { rows, scores: inputs.scores, programs });
  if (value === null) return { lacks: charge.kpi };
  const base = variableTotal(billing);
  if (base === null) return { lacks: 'variable_lines' };
  const step = stepOf(charge, value);
  const percent = within(charge, step);
  const share = fractionOf(percent);
  if (share.num === 0n || base <= 0n) return [];
  return [
    {
      part: charge.kpi,
      detail: { kpi: { kpi: charge.kpi, value: quantityText(value.num, value.den), step } },
      quantity: formatMicros(base, 6).replace(/\.?0+$/, ''),
      rate: percent,
      amount: mulDivToMinor(base, share.num, share.den * 100n, version.currency),
      class: 'fixed',
      weight: null,
    },
  ];
};

function stepOf({ steps }: ChargeOf<'bonus_malus'>, value: Fraction): string {
  const reached = steps.filter(({ from }) => {
    const start = fractionOf(from);
    return value.num * start.den >= start.num * value.den;
  });
  return reached.at(-1)?.percent ?? '0';
}

function within({ cap, floor }: ChargeOf<'bonus_malus'>, percent: string): string {
  if (cap !== undefined && Number(percent) > Number(cap)) return cap;
  return floor !== undefined && Number(percent) < Number(floor) ? floor : percent;
}
