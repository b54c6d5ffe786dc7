import type { Call } from '#calls';
import type { Cell, Text } from '#format';
import type { RatingExclusion } from '#rating';
import { amount, count, say, seconds, text, unknown } from '../cells.ts';
import { type ColumnOf, cellsOf, heads } from '../columns.ts';
import type { Row, Table } from '../report.ts';

/** A call of a list with what its contract made of it; the customer's reference is never shown. */
export type CallRow = {
  call: Omit<Call, 'customerRef'>;
  rateClass: string;
  billed: boolean;
  billedSeconds: number;
  exclusion: RatingExclusion | null;
  /** The zone of its contract; of its program where no contract was in force. */
  zone: string;
};

/** The page of one call. */
export function callAddress({ vendor, callId }: Pick<Call, 'vendor' | 'callId'>): string {
  return `/calls/${encodeURIComponent(vendor)}/${encodeURIComponent(callId)}`;
}

/** The class of a billed call, or why it is not billed; without a contract there is neither. */
function ratedCell({ billed, rateClass, exclusion }: CallRow): Cell {
  if (billed) return say('calls.rateClass', { rateClass });
  return say(`calls.exclusions.${exclusion ?? 'no_contract'}`);
}

const ofMs = (ms: number | null): Cell => seconds(ms === null ? null : ms / 1000);

/** Ids of their own: a call's revenue is not the revenue per call of reports. */
const wordColumn = (name: string, cell: (row: CallRow) => Cell): ColumnOf<CallRow> => ({
  id: `call_${name}`,
  label: { key: `calls.columns.${name}` },
  align: 'start',
  cell,
});

const timeColumn = (name: string, cell: (row: CallRow) => Cell): ColumnOf<CallRow> => ({
  ...wordColumn(name, cell),
  unit: { key: 'units.seconds' },
  align: 'end',
});

const columns: readonly ColumnOf<CallRow>[] = [
  wordColumn('call', ({ call }) => text(call.callId)),
  wordColumn('start', ({ call, zone }) => ({ kind: 'instant', ms: call.startedAt, zone })),
  wordColumn('zone', ({ zone }) => text(zone)),
  wordColumn('vendor', ({ call }) => text(call.vendor)),
  wordColumn('program', ({ call }) => text(call.program)),
  wordColumn('type', ({ call }) => (call.callType === null ? unknown() : text(call.callType))),
  wordColumn('outcome', ({ call }) => say(`calls.outcomes.${call.outcome}`)),
  timeColumn('talk', ({ call }) => ofMs(call.talkMs)),
  timeColumn('hold', ({ call }) => ofMs(call.holdMs)),
  timeColumn('wrap', ({ call }) => ofMs(call.wrapMs)),
  timeColumn('billed', ({ billedSeconds }) => count(billedSeconds)),
  wordColumn('rated', ratedCell),
  { ...wordColumn('revenue', ({ call }) => amount(call.revenue, call.currency)), align: 'end' },
  wordColumn('currency', ({ call }) => text(call.currency)),
];

/** One call as a row of the list. */
export function callRow(row: CallRow): Row {
  const { vendor, callId } = row.call;
  return { id: `${vendor}/${callId}`, cells: cellsOf(columns, row), href: callAddress(row.call) };
}

/** Some calls of a list, in the order given. */
export function callsTable(rows: readonly CallRow[], title: Text): Table {
  return { kind: 'table', id: 'calls', title, columns: heads(columns), rows: rows.map(callRow), notes: [] };
}
