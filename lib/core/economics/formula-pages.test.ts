import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { formatMicros } from '#money';
import { calls, input, program, rowsOf, version } from './books.test-data.ts';
import type { Economics } from './economics.ts';
import { economics } from './unit-economics.ts';

const page = (name: string) =>
  readFileSync(new URL(`../../../docs/formulas/${name}.md`, import.meta.url), 'utf8').replace(/\s+/g, ' ');

function at(seconds: number): Economics {
  const rows = rowsOf(calls(100, seconds, { count: 8, value: '120.00' }), [version()], [program()]);
  const [total] = economics({ ...input({ rows }), by: [] });
  if (!total) throw new Error('no total');
  return total;
}

it('computes the worked example of cost-and-revenue-per-call.md', () => {
  const text = page('cost-and-revenue-per-call');
  const { money, perCall, costRatio, costPerSale, conversion } = at(360);
  const cents = (value: number | null) => (value ?? Number.NaN).toFixed(2);
  expect(text).toContain(`| charges | 100 x 3.60 = ${formatMicros(money.charges!, 2)} |`);
  expect(text).toContain(`| revenue | 8 x 120.00 = ${formatMicros(money.revenue!, 2)} |`);
  expect(text).toContain(`| contribution | 960.00 x 0.5 = ${formatMicros(money.contribution!, 2)} |`);
  expect(text).toContain(`| cost per call | ${cents(perCall.cost)} |`);
  expect(text).toContain(`| revenue per call | ${cents(perCall.revenue)} |`);
  expect(text).toContain(`| margin per call | (480.00 - 360.00 - 40.00) / 100 = ${cents(perCall.margin)} |`);
  expect(text).toContain(`| cost ratio | 360.00 / 480.00 = ${costRatio} |`);
  expect(text).toContain(`| cost per sale | 360.00 / 8 = ${cents(costPerSale)} |`);
  expect(text).toContain(`| conversion | 8 / 100 = ${conversion} |`);
});

it.each([300, 360, 432])('computes the worked example of price-zone.md at %i s', (seconds) => {
  const { aht, perCall, zone, breakEvenAht, meetingPoint } = at(seconds);
  const cells = [
    aht,
    perCall.vendorCost?.value,
    perCall.vendorMargin?.value,
    perCall.floor?.value,
    perCall.ceiling,
    zone,
  ];
  const text = page('price-zone');
  expect(text).toContain(`| ${cells.join(' | ')} |`);
  expect(text).toContain(`break-even AHT is 3.60 / 0.009375 = ${breakEvenAht?.value} s`);
  if (seconds !== 432) return;
  const [when, revenue] = [meetingPoint?.aht?.value.toFixed(1), meetingPoint?.revenuePerCall?.value.toFixed(2)];
  expect(text).toContain(`At 432 s floor and ceiling would meet at ${when} s, or at ${revenue} of revenue per call.`);
});
