import type { Text } from '#format';
import type { VendorMetrics } from '#quality';
import { addDays, type Day } from '#time';
import type { BookVerdict, Verdict } from '#verdicts';
import { amount, breakEven, count, day, say, seconds, unknown } from './cells.ts';
import { type ColumnOf, cellsOf, heads, unit } from './columns.ts';
import { evidenceCell } from './evidence.ts';
import { ahtMark } from './metric-marks.ts';
import { type Names, programName, vendorColor, vendorName } from './names.ts';
import { intervalNote } from './notes.ts';
import { reasonText } from './reasons.ts';
import type { Report } from './report.ts';

/** What a report of verdicts is made of. */
export type VerdictsInput = Names & {
  asOf: Day;
  currency: string;
  verdicts: readonly Verdict[];
  /** Share of the handled calls that each verdict is of with each part of handle time. */
  reported: readonly { vendor: string; program: string; hold: number; wrap: number }[];
  /** What the sources of the calls say of their figures. */
  metrics: readonly VendorMetrics[];
};

/** The state of every vendor and program on a day, with the evidence and the first reason. */
export function verdictsReport(input: VerdictsInput): Report {
  const columns = verdictColumns(input);
  const { asOf, currency, verdicts } = input;
  return {
    id: 'verdicts',
    title: { key: 'verdicts.title', values: { day: day(asOf) } },
    period: { from: asOf, to: addDays(asOf, 1) },
    currency,
    headline: [],
    notes: [intervalNote],
    sections: [
      {
        kind: 'table',
        id: 'verdicts',
        title: { key: 'verdicts.table' },
        columns: heads(columns),
        rows: verdicts.map((verdict) => ({
          id: `${verdict.vendor}/${verdict.program}`,
          cells: cellsOf(columns, verdict),
          ...vendorColor(input, verdict.vendor),
          ...(verdict.reasons[0] && { reason: reasonText(verdict.reasons[0], verdict.currency) }),
        })),
        notes: [],
      },
    ],
  };
}

/** What a verdict's handle time is made of, where that is not all of its parts. */
function madeOf({ vendor, program }: Verdict, input: VerdictsInput): Text | null {
  const found = input.reported.find((own) => own.vendor === vendor && own.program === program);
  return ahtMark(input, vendor, { reported: found ?? { hold: null, wrap: null }, metrics: input.metrics });
}

type Verdicts = ColumnOf<Verdict>;

function verdictColumns(input: VerdictsInput): Verdicts[] {
  const { currency } = input;
  const noVerdict = { key: 'gaps.no_verdict' };
  return [
    { id: 'vendor', label: { key: 'columns.vendor' }, align: 'start', cell: (v) => vendorName(input, v.vendor) },
    { id: 'program', label: { key: 'columns.program' }, align: 'start', cell: (v) => programName(input, v.program) },
    stateColumn('state', 'columns.state', (v) => v),
    { id: 'since', label: { key: 'columns.since' }, align: 'start', cell: (v) => day(v.since) },
    {
      id: 'zone',
      label: { key: 'columns.zone' },
      align: 'start',
      cell: (v) => (v.zone ? { kind: 'zone', zone: v.zone } : unknown()),
    },
    ...bookColumns('client', currency, (v) => v.client),
    ...bookColumns('vendorBook', currency, (v) => v.vendorBook),
    {
      id: 'assumptionsHold',
      label: { key: 'columns.assumptionsHold' },
      align: 'start',
      cell: (v) =>
        v.vendorBook.mean === null ? unknown(noVerdict) : say(v.vendorBook.assumptionsHold ? 'words.yes' : 'words.no'),
    },
    {
      id: 'aht',
      label: { key: 'columns.aht' },
      unit: unit.seconds,
      align: 'end',
      cell: (v) => seconds(v.aht, undefined, madeOf(v, input)),
    },
    {
      id: 'breakEvenAht',
      label: { key: 'columns.breakEvenAht' },
      unit: unit.seconds,
      align: 'end',
      cell: (v) => breakEven(v.breakEvenAht),
    },
    { id: 'calls', label: { key: 'columns.calls' }, align: 'end', cell: (v) => count(v.calls) },
    { id: 'days', label: { key: 'columns.days' }, align: 'end', cell: (v) => count(v.days) },
    {
      id: 'moneyAtStake',
      label: { key: 'columns.moneyAtStake' },
      unit: unit.money(currency),
      align: 'end',
      cell: (v) => amount(v.moneyAtStake, currency),
    },
  ];
}

function bookColumns(id: 'client' | 'vendorBook', currency: string, book: (v: Verdict) => BookVerdict): Verdicts[] {
  const label = id === 'client' ? 'columns.clientMargin' : 'columns.vendorMargin';
  const state = id === 'client' ? 'columns.clientState' : 'columns.vendorState';
  return [
    {
      id: `${id}Margin`,
      label: { key: label },
      unit: unit.money(currency),
      align: 'end',
      interval: true,
      cell: (v) => evidenceCell(book(v), currency),
    },
    stateColumn(`${id}State`, state, book),
  ];
}

function stateColumn(id: string, key: string, of: (v: Verdict) => Pick<Verdict, 'state'>): Verdicts {
  return { id, label: { key }, align: 'start', cell: (v) => ({ kind: 'state', state: of(v).state }) };
}
