import type { Text } from '#format';
import { micros } from '#money';
import { type ProgramMaturing, type UnmatchedReason, unmatchedReasons } from '#revenue';
import type { Period } from '#time';
import { amount, count, text } from '../cells.ts';
import { type ColumnOf, cellsOf, heads } from '../columns.ts';
import type { Names } from '../names.ts';
import type { Report, Table } from '../report.ts';
import { type EventRecord, eventsTable } from './events-table.ts';
import { maturingCurve, maturingTable } from './maturing-table.ts';

/** What events add up to in one currency: those with a call (`unmatched` null), or without one for a reason. */
export type EventSums = {
  currency: string;
  unmatched: UnmatchedReason | null;
  events: number;
  incoming: bigint;
  outgoing: bigint;
};

export type RevenueInput = Names & {
  period: Period;
  /** Reporting currency. */
  currency: string;
  /** The clock that instants are written on. */
  timezone: string;
  totals: readonly EventSums[];
  /** Those that are shown, without a call first; `all` of them that there are. */
  events: readonly EventRecord[];
  all: number;
  maturing: readonly ProgramMaturing[];
};

/** Later revenue: which of it belongs to a call, what it adds up to, and how it usually arrives. */
export function revenueReport(input: RevenueInput): Report {
  const { period, currency, totals, events, all } = input;
  const curve = maturingCurve(input.maturing, input);
  return {
    id: 'revenue',
    title: { key: 'revenue.title' },
    period,
    currency,
    headline: headlineOf(totals),
    notes: events.length < all ? [{ key: 'revenue.shown', values: { shown: events.length, all } }] : [],
    sections: [
      totalsTable(totals),
      ...(input.maturing.length > 0 ? [maturingTable(input.maturing, input)] : []),
      ...(curve ? [curve] : []),
      eventsTable(events, input.timezone),
    ],
  };
}

/** How many events have no call, and why. */
function headlineOf(totals: readonly EventSums[]): Text[] {
  const eventsOf = (reason: UnmatchedReason | null) =>
    totals.filter(({ unmatched }) => unmatched === reason).reduce((sum, { events }) => sum + events, 0);
  const matched = eventsOf(null);
  const reasons = unmatchedReasons.map((reason) => ({ reason, n: eventsOf(reason) })).filter(({ n }) => n > 0);
  const unmatched = reasons.reduce((sum, { n }) => sum + n, 0);
  if (matched + unmatched === 0) return [{ key: 'revenue.none' }];
  return [
    { key: unmatched === 0 ? 'revenue.allMatched' : 'revenue.someUnmatched', values: { matched, unmatched } },
    ...reasons.map(({ reason, n }) => ({ key: `revenue.because.${reason}`, values: { n } })),
  ];
}

type Item = { currency: string; own: readonly EventSums[] };

const sumOf = (own: readonly EventSums[], matched: boolean) => {
  const parts = own.filter(({ unmatched }) => (unmatched === null) === matched);
  return {
    events: parts.reduce((sum, { events }) => sum + events, 0),
    net: micros(parts.reduce((sum, { incoming, outgoing }) => sum + incoming + outgoing, 0n)),
  };
};

const totalColumns: ColumnOf<Item>[] = [
  { id: 'currency', label: { key: 'columns.currency' }, align: 'start', cell: ({ currency }) => text(currency) },
  ...([true, false] as const).flatMap((matched): ColumnOf<Item>[] => {
    const name = matched ? 'matched' : 'unmatched';
    return [
      {
        id: `${name}Events`,
        label: { key: `revenue.columns.${name}Events` },
        align: 'end',
        cell: ({ own }) => count(sumOf(own, matched).events),
      },
      {
        id: `${name}Net`,
        label: { key: `revenue.columns.${name}Net` },
        align: 'end',
        cell: ({ own, currency }) => amount(sumOf(own, matched).net, currency),
      },
    ];
  }),
];

/** One row a currency: nothing is converted. */
function totalsTable(totals: readonly EventSums[]): Table {
  const byCurrency = Map.groupBy(totals, ({ currency }) => currency);
  return {
    kind: 'table',
    id: 'totals',
    title: { key: 'revenue.totals' },
    columns: heads(totalColumns),
    rows: [...byCurrency].map(([currency, own]) => ({ id: currency, cells: cellsOf(totalColumns, { currency, own }) })),
    notes: [],
  };
}
