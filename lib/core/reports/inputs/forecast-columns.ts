import type { Day, Month } from '#time';
import { count, day, say, seconds, share } from '../cells.ts';
import { type ColumnOf, unit } from '../columns.ts';
import { asRecorded, type InputNames, monthColumn, provenance, whose } from './columns.ts';
import type { Actual, ForecastRecord } from './rows.ts';

/** A version of a forecast beside what became of its month. */
export type ForecastRow = ForecastRecord & {
  /** The last version issued before the month began: the one that a contract would hold the parties to. */
  inForce: boolean;
  /** Sums over the programs that the forecast is for; null without any call. */
  actual: Pick<Actual, 'calls' | 'handled' | 'handleMs' | 'sales'> | null;
};

const keyOf = ({ vendor, program, month }: ForecastRecord) => `${vendor} ${program ?? ''} ${month}`;

/** The day of issue of the version in force, by what it is of: the last before the month's first day. */
function lastIssues(rows: readonly ForecastRecord[]): Map<string, Day> {
  const last = new Map<string, Day>();
  for (const row of rows) {
    const known = last.get(keyOf(row));
    if (row.issuedAt < `${row.month}-01` && (known === undefined || known < row.issuedAt))
      last.set(keyOf(row), row.issuedAt);
  }
  return last;
}

function actualOf({ vendor, program, month }: ForecastRecord, actuals: readonly Actual[]): ForecastRow['actual'] {
  const own = actuals.filter(
    (actual) => actual.vendor === vendor && actual.month === month && (program === null || actual.program === program),
  );
  if (own.length === 0) return null;
  const sum = (of: (actual: Actual) => number) => own.reduce((total, actual) => total + of(actual), 0);
  return {
    calls: sum(({ calls }) => calls),
    handled: sum(({ handled }) => handled),
    handleMs: sum(({ handleMs }) => handleMs),
    sales: sum(({ sales }) => sales),
  };
}

/** Every version beside the actual figures of its month, and whether it is in force. */
export function forecastRows(rows: readonly ForecastRecord[], actuals: readonly Actual[]): ForecastRow[] {
  const issues = lastIssues(rows);
  return rows.map((row) => ({
    ...row,
    inForce: issues.get(keyOf(row)) === row.issuedAt,
    actual: actualOf(row, actuals),
  }));
}

const noCalls = (month: Month) => ({
  key: 'inputs.noCalls',
  values: { month: { kind: 'month', month } as const },
});

type Figure = 'calls' | 'aht' | 'conversion';
type Pair = {
  figure: Figure;
  unit?: ColumnOf<ForecastRow>['unit'];
  forecast: ColumnOf<ForecastRow>['cell'];
  actual: ColumnOf<ForecastRow>['cell'];
};

/** A figure as it was forecast, and as it came. Ratios are ratios of sums. */
const pairs: Pair[] = [
  {
    figure: 'calls',
    forecast: ({ calls }) => asRecorded(calls),
    actual: ({ actual, month }) => count(actual?.calls ?? null, noCalls(month)),
  },
  {
    figure: 'aht',
    unit: unit.seconds,
    forecast: ({ ahtSeconds }) => asRecorded(ahtSeconds),
    actual: ({ actual, month }) =>
      seconds(actual && actual.handled > 0 ? actual.handleMs / actual.handled / 1000 : null, noCalls(month)),
  },
  {
    figure: 'conversion',
    unit: unit.percent,
    forecast: ({ conversion }) => (conversion === null ? asRecorded(null) : share(Number(conversion))),
    actual: ({ actual, month }) =>
      share(actual && actual.handled > 0 ? actual.sales / actual.handled : null, noCalls(month)),
  },
];

/** The columns of the forecast table: each figure beside what came. */
export function forecastColumns(names: InputNames): ColumnOf<ForecastRow>[] {
  const figures = pairs.flatMap(({ figure, unit: of, forecast, actual }): ColumnOf<ForecastRow>[] =>
    (['forecast', 'actual'] as const).map((side) => ({
      id: `${figure}-${side}`,
      label: { key: `inputs.${side}.${figure}` },
      align: 'end',
      ...(of && { unit: of }),
      cell: side === 'forecast' ? forecast : actual,
    })),
  );
  return [
    monthColumn,
    ...whose(names, 'all'),
    { id: 'issuedAt', label: { key: 'inputs.columns.issuedAt' }, align: 'start', cell: (row) => day(row.issuedAt) },
    {
      id: 'inForce',
      label: { key: 'inputs.columns.inForce' },
      align: 'start',
      cell: ({ inForce }) => say(inForce ? 'words.yes' : 'words.no'),
    },
    ...figures,
    ...provenance(names),
  ];
}
