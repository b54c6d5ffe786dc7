import type { Economics } from '#economics';
import type { Cell, Text } from '#format';
import { micros } from '#money';
import { amount, breakEven, margin, perCall, say, seconds, text, unknown } from './cells.ts';
import { whyUnknown } from './gaps.ts';
import { marksOf } from './metric-marks.ts';
import type { Row, Table } from './report.ts';
import type { WhatIfReportInput } from './what-if-report.ts';

type Kind = 'money' | 'margin' | 'seconds' | 'breakEven';
type Figure = {
  id: string;
  label: Text;
  kind: Kind;
  of: (own: Economics) => number | null | undefined;
  why: Parameters<typeof whyUnknown>[1];
};

const figures: Figure[] = [
  { id: 'cost', label: { key: 'columns.cost' }, kind: 'money', of: (own) => own.perCall.cost, why: 'cost' },
  {
    id: 'margin',
    label: { key: 'columns.clientMargin' },
    kind: 'margin',
    of: (own) => own.perCall.margin,
    why: 'margin',
  },
  vendorMargin('vendorMargin', 'columns.vendorMargin', 'value'),
  vendorMargin('vendorMarginLow', 'whatIf.vendorMarginLow', 'low'),
  vendorMargin('vendorMarginHigh', 'whatIf.vendorMarginHigh', 'high'),
  { id: 'floor', label: { key: 'columns.floor' }, kind: 'money', of: (own) => own.perCall.floor?.value, why: 'floor' },
  { id: 'ceiling', label: { key: 'columns.ceiling' }, kind: 'money', of: (own) => own.perCall.ceiling, why: 'revenue' },
  { id: 'aht', label: { key: 'columns.aht' }, kind: 'seconds', of: (own) => own.aht, why: 'calls' },
  {
    id: 'breakEvenAht',
    label: { key: 'columns.breakEvenAht' },
    kind: 'breakEven',
    of: (own) => own.breakEvenAht?.value,
    why: 'vendor',
  },
];

function vendorMargin(id: string, key: string, wage: 'value' | 'low' | 'high'): Figure {
  return { id, label: { key }, kind: 'margin', of: (own) => own.perCall.vendorMargin?.[wage], why: 'vendor' };
}

/** Both books per call and the price zone: in force, proposed, and what lies between. */
export function figureTable(input: WhatIfReportInput): Table {
  const { current, proposed, currency } = input;
  const sides = [current.economics, proposed.economics] as const;
  const made = marksOf(input, input.metrics, input.vendor).aht(current.economics);
  return {
    kind: 'table',
    id: 'figures',
    title: { key: 'whatIf.figures' },
    columns: [
      { id: 'measure', label: { key: 'columns.measure' }, align: 'start' },
      { id: 'unit', label: { key: 'columns.unit' }, align: 'start' },
      ...(['current', 'proposed', 'change'] as const).map((id) => ({
        id,
        label: { key: `whatIf.columns.${id}` },
        align: 'end' as const,
      })),
    ],
    rows: [
      chargesRow(sides, currency),
      ...figures.map((figure) => figureRow(figure, sides, { currency, made })),
      zoneRow(sides),
    ],
    notes: [{ key: 'whatIf.wageNote' }],
  };
}

type Sides = readonly [before: Economics, after: Economics];

function chargesRow(sides: Sides, currency: string): Row {
  const [before, after] = sides.map((own) => own.money.charges);
  const cell = (own: Economics) => amount(own.money.charges, currency, whyUnknown(own, 'cost'));
  const change = before == null || after == null ? unknown() : amount(micros(after - before), currency);
  return {
    id: 'charges',
    cells: {
      measure: say('columns.charges'),
      unit: text(currency),
      current: cell(sides[0]),
      proposed: cell(sides[1]),
      change,
    },
  };
}

type Written = { currency: string /** What the handle time is made of. */; made: Text | null };

function figureRow({ id, label, kind, of, why }: Figure, [before, after]: Sides, { currency, made }: Written): Row {
  const [was, is] = [of(before), of(after)];
  const isTime = kind === 'seconds' || kind === 'breakEven';
  const mark = id === 'aht' ? made : null;
  return {
    id,
    cells: {
      measure: { kind: 'say', text: label },
      unit: isTime ? say('units.seconds') : text(currency),
      current: cellOf(kind, was, { currency, why: whyUnknown(before, why), mark }),
      proposed: cellOf(kind, is, { currency, why: whyUnknown(after, why), mark }),
      change:
        was == null || is == null ? unknown() : cellOf(isTime ? 'seconds' : 'margin', nearly(is - was), { currency }),
    },
  };
}

function zoneRow([before, after]: Sides): Row {
  const cell = (own: Economics): Cell =>
    own.zone ? { kind: 'zone', zone: own.zone } : unknown(whyUnknown(own, 'zone'));
  return {
    id: 'zone',
    cells: { measure: say('columns.zone'), current: cell(before), proposed: cell(after) },
  };
}

function cellOf(
  kind: Kind,
  value: number | null | undefined,
  { currency, why, mark = null }: { currency: string; why?: Text | undefined; mark?: Text | null },
): Cell {
  const known = value ?? null;
  switch (kind) {
    case 'money':
      return perCall(known, currency, why);
    case 'margin':
      return margin(known, currency, null, why);
    case 'seconds':
      return seconds(known, why, mark);
    case 'breakEven':
      return breakEven(known, why);
  }
}

/** Without the noise that a difference of two floats leaves in its last digits. */
export function nearly(value: number): number {
  return Math.round(value * 1e9) / 1e9;
}
