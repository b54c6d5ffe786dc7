import type { ComparedModel, Economics, MarginCurve, ModelPlan } from '#economics';
import type { Cell, Text } from '#format';
import type { Micros } from '#money';
import type { VendorMetrics } from '#quality';
import type { Period } from '#time';
import { amount, margin, perCall, rate, say, seconds, share, unknown } from './cells.ts';
import { type ColumnOf, cellsOf, heads, unit } from './columns.ts';
import { marksOf } from './metric-marks.ts';
import { type Names, programName, vendorName } from './names.ts';
import type { Report } from './report.ts';
import { nearly } from './what-if-figures.ts';

/** What a comparison of models is made of. */
export type ModelComparisonReportInput = Names & {
  vendor: string;
  /** Null = all programs. */
  program: string | null;
  period: Period;
  /** The contract's currency, in which the models are priced. */
  currency: string;
  /** What the sources of the calls say of their figures. */
  metrics: readonly VendorMetrics[];
  models: readonly ComparedModel[];
  plan: ModelPlan;
  price: Micros;
};

/** The same recorded calls under every standard model (pricing-models.md section 2.1), one row each. */
export function modelComparisonReport(input: ModelComparisonReportInput): Report {
  const { vendor, program, period, currency, models } = input;
  const name = { vendor: vendorName(input, vendor), ...(program !== null && { program: programName(input, program) }) };
  const columns = columnsIn(currency);
  return {
    id: 'models',
    title: { key: program === null ? 'models.title' : 'models.titleProgram', values: name },
    period,
    currency,
    headline: headlineOf(input),
    notes: [...madeOf(input), { key: 'models.ratings' }, { key: 'models.hours' }],
    sections: [
      {
        kind: 'table',
        id: 'models',
        title: { key: 'models.table' },
        columns: heads(columns),
        rows: models.map((own) => ({ id: own.model, cells: cellsOf(columns, own) })),
        notes: [{ key: 'models.slope' }],
      },
    ],
  };
}

/** The recorded calls, as any of the models has them. */
function recordedIn(models: readonly ComparedModel[]): Economics | null {
  return models.map(economicsOf).find((own) => own?.aht != null) ?? null;
}

/** What the recorded handle time is made of. */
function madeOf(input: ModelComparisonReportInput): Text[] {
  const recorded = recordedIn(input.models);
  const made = recorded && marksOf(input, input.metrics, input.vendor).aht(recorded);
  return made ? [made] : [];
}

/** What all cost alike, and at what; then what was recorded. */
function headlineOf({ price, plan, currency, models }: ModelComparisonReportInput): Text[] {
  const aht = recordedIn(models)?.aht ?? null;
  return [
    { key: 'models.equal', values: { price: amount(price, currency), aht: seconds(plan.ahtSeconds) } },
    ...(plan.conversion === null ? [] : [{ key: 'models.conversion', values: { conversion: share(plan.conversion) } }]),
    ...(plan.revenuePerCall === null
      ? []
      : [{ key: 'models.revenue', values: { revenue: perCall(plan.revenuePerCall, currency) } }]),
    ...(aht === null ? [{ key: 'gaps.no_calls' }] : [{ key: 'models.recorded', values: { aht: seconds(aht) } }]),
  ];
}

function economicsOf(own: ComparedModel): Economics | null {
  return 'economics' in own ? own.economics : null;
}

function columnsIn(currency: string): ColumnOf<ComparedModel>[] {
  const money = { unit: unit.money(currency), align: 'end' } as const;
  const each = (of: (own: Economics) => number | null | undefined) => (own: ComparedModel) =>
    margin(figureOf(own, of), currency, null, whyOf(own));
  return [
    {
      id: 'model',
      label: { key: 'models.columns.model' },
      align: 'start',
      cell: ({ model }) => say(`models.names.${model}`),
    },
    { id: 'rate', label: { key: 'models.columns.rate' }, align: 'end', cell: (own) => rateCell(own, currency) },
    {
      id: 'cost',
      label: { key: 'models.columns.cost' },
      ...money,
      cell: (own) =>
        perCall(
          figureOf(own, ({ perCall: figures }) => figures.cost),
          currency,
          whyOf(own),
        ),
    },
    { id: 'margin', label: { key: 'columns.clientMargin' }, ...money, cell: each((own) => own.perCall.margin) },
    {
      id: 'vendorMargin',
      label: { key: 'columns.vendorMargin' },
      ...money,
      cell: each((own) => own.perCall.vendorMargin?.value),
    },
    {
      id: 'low',
      label: { key: 'columns.lowWage' },
      ...money,
      cell: each((own) => own.perCall.vendorMargin?.low),
    },
    {
      id: 'high',
      label: { key: 'columns.highWage' },
      ...money,
      cell: each((own) => own.perCall.vendorMargin?.high),
    },
    {
      id: 'clientSlope',
      label: { key: 'models.columns.clientSlope' },
      ...money,
      cell: (own) => slopeCell(own, 'client'),
    },
    {
      id: 'vendorSlope',
      label: { key: 'models.columns.vendorSlope' },
      ...money,
      cell: (own) => slopeCell(own, 'vendor'),
    },
  ];
}

function figureOf(own: ComparedModel, of: (economics: Economics) => number | null | undefined): number | null {
  const economics = economicsOf(own);
  return economics ? (of(economics) ?? null) : null;
}

function rateCell(own: ComparedModel, currency: string): Cell {
  return 'rate' in own ? rate(own.rate, own.model === 'revenue_share' ? '%' : currency) : unknown(whyOf(own));
}

function slopeCell(own: ComparedModel, book: keyof MarginCurve['slope']): Cell {
  const value = 'slope' in own ? (own.slope?.[book] ?? null) : null;
  return value === null ? unknown(whyOf(own)) : { kind: 'number', value: nearly(value), digits: 4 };
}

function whyOf(own: ComparedModel): Text | undefined {
  return 'lacks' in own ? { key: `models.lacks.${own.lacks}` } : undefined;
}
