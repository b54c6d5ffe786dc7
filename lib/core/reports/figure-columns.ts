import type { Economics } from '#economics';
import type { Cell, Text } from '#format';
import type { View } from '#pricing';
import { amount, breakEven, count, margin, perCall, seconds, share, unknown } from './cells.ts';
import { type ColumnOf, unit } from './columns.ts';
import { whyUnknown } from './gaps.ts';
import { type Marks, noMarks } from './metric-marks.ts';
import { isWorkedFigure, worked } from './worked.ts';

type Figure = ColumnOf<Economics>;
type Spec = [label: Text, cell: (economics: Economics) => Cell, unit?: Text];

const notReported: Text = { key: 'gaps.part_not_reported' };

/** What a vendor charges differs between the views; the figures made of it say so where they are not effective. */
const ofCharges = ['charges', 'cost', 'margin', 'vendorMargin', 'costRatio', 'costPerSale'];

/**
 * Every figure of economics as a column: one label, one unit, one cell, wherever it is shown. `marks` say what is lacking
 * in times and shares that stand beside others.
 */
export function figureColumns(currency: string, view: View = 'effective', marks: Marks = noMarks) {
  const money = unit.money(currency);
  const figures = {
    offered: [{ key: 'columns.offered' }, (e) => count(e.counts.offered)],
    attempted: [{ key: 'columns.attempted' }, (e) => count(e.counts.attempted)],
    calls: [{ key: 'columns.calls' }, (e) => count(e.counts.handled)],
    contacts: [{ key: 'columns.contacts' }, (e) => count(e.counts.contact)],
    sales: [{ key: 'columns.sales' }, (e) => count(e.counts.outcomes.sale)],
    abandoned: [{ key: 'columns.abandoned' }, (e) => count(e.counts.abandoned)],
    charges: [{ key: 'columns.charges' }, (e) => amount(e.money.charges, currency, whyUnknown(e, 'cost')), money],
    revenueTotal: [
      { key: 'columns.revenueTotal' },
      (e) => amount(e.money.revenue, currency, whyUnknown(e, 'revenue')),
      money,
    ],
    contributionTotal: [
      { key: 'columns.contributionTotal' },
      (e) => amount(e.money.contribution, currency, whyUnknown(e, 'revenue')),
      money,
    ],
    ...perCallFigures(currency),
    ...timeFigures(marks),
    conversion: [{ key: 'columns.conversion' }, (e) => share(e.conversion, whyUnknown(e, 'calls')), unit.percent],
    costRatio: [{ key: 'columns.costRatio' }, (e) => share(e.costRatio, whyUnknown(e, 'margin')), unit.percent],
    costPerSale: [
      { key: 'columns.costPerSale' },
      (e) => perCall(e.costPerSale, currency, whyUnknown(e, 'cost') ?? { key: 'gaps.no_sales' }),
      money,
    ],
    serviceLevel: [
      { key: 'columns.serviceLevel' },
      (e) => share(e.serviceLevel, { key: 'gaps.no_service_level' }, marks.abandonment(e)),
      unit.percent,
    ],
    abandonRate: [
      { key: 'columns.abandonRate' },
      (e) => share(e.abandonRate, { key: 'gaps.no_offered' }, marks.abandonment(e)),
      unit.percent,
    ],
    zone: [{ key: 'columns.zone' }, (e) => (e.zone ? { kind: 'zone', zone: e.zone } : unknown(whyUnknown(e, 'zone')))],
  } satisfies Record<string, Spec>;
  return Object.fromEntries(Object.entries<Spec>(figures).map(([id, spec]) => [id, column(id, spec, view)])) as Record<
    keyof typeof figures,
    Figure
  >;
}

function perCallFigures(currency: string) {
  const money = unit.money(currency);
  return {
    cost: [{ key: 'columns.cost' }, (e) => perCall(e.perCall.cost, currency, whyUnknown(e, 'cost')), money],
    revenue: [{ key: 'columns.revenue' }, (e) => perCall(e.perCall.revenue, currency, whyUnknown(e, 'revenue')), money],
    contribution: [
      { key: 'columns.contribution' },
      (e) => perCall(e.perCall.contribution, currency, whyUnknown(e, 'revenue')),
      money,
    ],
    margin: [
      { key: 'columns.margin' },
      (e) => margin(e.perCall.margin, currency, null, whyUnknown(e, 'margin')),
      money,
    ],
    vendorCost: [
      { key: 'columns.vendorCost' },
      (e) => perCall(e.perCall.vendorCost?.value ?? null, currency, whyUnknown(e, 'vendor')),
      money,
    ],
    vendorMargin: [
      { key: 'columns.vendorMargin' },
      (e) => margin(e.perCall.vendorMargin?.value ?? null, currency, null, whyUnknown(e, 'vendor')),
      money,
    ],
    floor: [
      { key: 'columns.floor' },
      (e) => perCall(e.perCall.floor?.value ?? null, currency, whyUnknown(e, 'floor')),
      money,
    ],
    ceiling: [{ key: 'columns.ceiling' }, (e) => perCall(e.perCall.ceiling, currency, whyUnknown(e, 'revenue')), money],
  } satisfies Record<string, Spec>;
}

function timeFigures({ aht }: Marks) {
  const handle = (value: number | null, e: Economics) => seconds(value, whyUnknown(e, 'calls'), aht(e));
  const part = (value: number | null, e: Economics) => seconds(value, whyUnknown(e, 'calls') ?? notReported);
  return {
    aht: [{ key: 'columns.aht' }, (e) => handle(e.aht, e), unit.seconds],
    breakEvenAht: [
      { key: 'columns.breakEvenAht' },
      (e) => breakEven(e.breakEvenAht?.value ?? null, whyUnknown(e, 'vendor')),
      unit.seconds,
    ],
    talk: [{ key: 'columns.talk' }, (e) => seconds(e.ahtParts.talk, whyUnknown(e, 'calls')), unit.seconds],
    hold: [{ key: 'columns.hold' }, (e) => part(e.ahtParts.hold, e), unit.seconds],
    wrap: [{ key: 'columns.wrap' }, (e) => part(e.ahtParts.wrap, e), unit.seconds],
    p50Handle: [{ key: 'columns.p50Handle' }, (e) => handle(e.p50Handle, e), unit.seconds],
    p90Handle: [{ key: 'columns.p90Handle' }, (e) => handle(e.p90Handle, e), unit.seconds],
    speedOfAnswer: [{ key: 'columns.speedOfAnswer' }, (e) => part(e.averageSpeedOfAnswer, e), unit.seconds],
  } satisfies Record<string, Spec>;
}

function column(id: string, [label, cell, unitOf]: Spec, view: View): Figure {
  return {
    ...{ id, label: ofCharges.includes(id) ? inView(label, view) : label, align: 'end', cell },
    ...(unitOf && { unit: unitOf }),
    ...(isWorkedFigure(id) && { worked: (economics) => worked(id, economics) }),
  };
}

/** The name of a figure, which says where it is the billed one. */
export function inView(label: Text, view: View): Text {
  return view === 'effective' ? label : { key: 'columns.inBilled', values: { column: { kind: 'say', text: label } } };
}
