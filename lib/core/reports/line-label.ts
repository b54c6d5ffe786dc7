import type { Text } from '#format';
import type { Line } from '#pricing';
import { count } from './cells.ts';

/** What a line charges for, in words: `Handled calls, 1,001 to 5,000, rate class night`. */
export function lineLabel({ charge, detail, rate }: Pick<Line, 'charge' | 'detail' | 'rate'>): Text {
  const { tier, rateClass, outcome, days, hours, kpi, collar, band, amortised } = detail;
  const side = collar?.side ?? band?.side;
  let label: Text = {
    key: `lines.${charge}`,
    values: {
      ...(outcome && { outcome }),
      ...(hours && { hours }),
      ...(side && { side }),
      ...(kpi && { kpi: kpi.kpi, sign: Number(rate) > 0 ? 'plus' : 'minus' }),
    },
  };
  const add = (key: string, values: NonNullable<Text['values']>) => {
    label = { key, values: { line: { kind: 'say', text: label }, ...values } };
  };
  if (tier)
    add(tier.to === null ? 'lineDetails.tierAbove' : 'lineDetails.tier', {
      from: count(tier.from + (tier.to === null ? 0 : 1)),
      to: count(tier.to),
    });
  if (rateClass && rateClass !== 'standard') add('lineDetails.rateClass', { rateClass });
  if (days && days.inForce < days.ofMonth) add('lineDetails.days', { inForce: days.inForce, ofMonth: days.ofMonth });
  if (amortised) add('lineDetails.amortised', amortised);
  return label;
}
