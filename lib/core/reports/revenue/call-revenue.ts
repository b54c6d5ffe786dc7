import type { Call } from '#calls';
import type { Micros } from '#money';
import { charged, day, say, text } from '../cells.ts';
import { type ColumnOf, cellsOf, heads } from '../columns.ts';
import type { Row, Table } from '../report.ts';
import type { EventRecord } from './events-table.ts';

type Item = Pick<EventRecord, 'eventId' | 'occurredAt' | 'kind' | 'amount' | 'currency' | 'match' | 'source'>;

function columnsOf(zone: string): ColumnOf<Item>[] {
  return [
    {
      id: 'event_event',
      label: { key: 'revenue.columns.event' },
      align: 'start',
      cell: ({ eventId }) => text(eventId),
    },
    {
      id: 'event_occurred',
      label: { key: 'revenue.columns.occurred' },
      align: 'start',
      cell: ({ occurredAt }) => ({ kind: 'instant', ms: occurredAt, zone }),
    },
    {
      id: 'event_kind',
      label: { key: 'revenue.columns.kind' },
      align: 'start',
      cell: ({ kind }) => say(`revenue.kinds.${kind}`),
    },
    {
      id: 'event_state',
      label: { key: 'revenue.columns.state' },
      align: 'start',
      cell: ({ match }) => match && say(`revenue.matched.${match.by}`),
    },
    {
      id: 'event_booked',
      label: { key: 'revenue.columns.booked' },
      align: 'start',
      cell: ({ match }) => day(match?.booked ?? null),
    },
    {
      id: 'event_source',
      label: { key: 'revenue.columns.source' },
      align: 'start',
      cell: ({ source }) => text(source),
    },
    {
      id: 'event_amount',
      label: { key: 'revenue.columns.amount' },
      align: 'end',
      cell: (event) => charged(event.amount, event.currency),
    },
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
