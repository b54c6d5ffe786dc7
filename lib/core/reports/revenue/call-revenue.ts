import type { Call } from '#calls';
import type { Micros } from '#money';
import { charged, day, say, text } from '../cells.ts';
import { type ColumnOf, cellsOf, heads } from '../columns.ts';
import type { Row, Table } from '../report.ts';
import { type EventRecord, eventColumn } from './events-table.ts';

type Item = Pick<EventRecord, 'eventId' | 'occurredAt' | 'kind' | 'amount' | 'currency' | 'match' | 'source'>;

function columnsOf(zone: string): ColumnOf<Item>[] {
  return [
    eventColumn('event', ({ eventId }) => text(eventId)),
    eventColumn('occurred', ({ occurredAt }) => ({ kind: 'instant', ms: occurredAt, zone })),
    eventColumn('kind', ({ kind }) => say(`revenue.kinds.${kind}`)),
    eventColumn('state', ({ match }) => match && say(`revenue.matched.${match.by}`)),
    eventColumn('booked', ({ match }) => day(match?.booked ?? null)),
    eventColumn('source', ({ source }) => text(source)),
    eventColumn('amount', ({ amount, currency }) => charged(amount, currency), 'end'),
  ];
}

/** The later revenue of one call in the order in which it came, what was booked with the call first, and the net of all. */
export function callRevenue(
  { revenue, currency }: Pick<Call, 'revenue' | 'currency'>,
  events: readonly Item[],
  { net, zone }: { net: Micros | null; zone: string },
): Table {
  const columns = columnsOf(zone);
  const sum = (id: string, key: string, value: Micros | null): Row => ({
    id,
    cells: { event_event: say(key), event_amount: charged(value, currency) },
  });
  return {
    kind: 'table',
    id: 'revenue',
    title: { key: 'revenue.ofCall' },
    columns: heads(columns),
    rows: [
      ...(revenue === null ? [] : [sum('booked', 'revenue.bookedWithCall', revenue)]),
      ...events.map((event) => ({ id: event.eventId, cells: cellsOf(columns, event) })),
    ],
    total: sum('net', 'revenue.net', net),
    notes: [],
  };
}
