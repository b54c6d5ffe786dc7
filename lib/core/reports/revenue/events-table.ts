import type { Cell } from '#format';
import type { RevenueEvent, UnmatchedReason } from '#revenue';
import { callAddress } from '../calls/calls-table.ts';
import { charged, day, say, text, unknown } from '../cells.ts';
import { type ColumnOf, cellsOf, heads } from '../columns.ts';
import type { Row, Table } from '../report.ts';

/** An event as it is recorded, with its call, or why it has none; times in ms since the epoch. */
export type EventRecord = Omit<RevenueEvent, 'customerRef'> & {
  match: { vendor: string; callId: string; program: string; by: 'call_id' | 'last_touch'; booked: string } | null;
  unmatched: UnmatchedReason | null;
  source: string;
  recordedBy: string;
  recordedAt: number;
};

type Name =
  | 'event'
  | 'occurred'
  | 'kind'
  | 'amount'
  | 'state'
  | 'vendor'
  | 'call'
  | 'program'
  | 'booked'
  | 'source'
  | 'by'
  | 'at';

const code = (value: string | null | undefined): Cell => (value ? text(value) : unknown());

/** A column of events. Ids of their own: the state of an event is not that of a price. */
export function eventColumn<Event>(
  id: Name,
  cell: (event: Event) => Cell | null,
  align: 'start' | 'end' = 'start',
): ColumnOf<Event> {
  return { id: `event_${id}`, label: { key: `revenue.columns.${id}` }, align, cell };
}

function eventColumns(timezone: string): ColumnOf<EventRecord>[] {
  const instant = (ms: number): Cell => ({ kind: 'instant', ms, zone: timezone });
  return [
    eventColumn('event', ({ eventId }) => text(eventId)),
    eventColumn('occurred', ({ occurredAt }) => instant(occurredAt)),
    eventColumn('kind', ({ kind }) => say(`revenue.kinds.${kind}`)),
    eventColumn('amount', (event) => charged(event.amount, event.currency), 'end'),
    { id: 'currency', label: { key: 'columns.currency' }, align: 'start', cell: ({ currency }) => text(currency) },
    eventColumn('state', stateCell),
    eventColumn('vendor', ({ vendor, match }) => code(match?.vendor ?? vendor)),
    eventColumn('call', ({ callId, match }) => code(match?.callId ?? callId)),
    eventColumn('program', ({ program, match }) => code(match?.program ?? program)),
    eventColumn('booked', ({ match }) => day(match?.booked ?? null)),
    eventColumn('source', ({ source }) => text(source)),
    eventColumn('by', ({ recordedBy }) => text(recordedBy)),
    eventColumn('at', ({ recordedAt }) => instant(recordedAt)),
  ];
}

function stateCell({ match, unmatched }: EventRecord): Cell {
  return match ? say(`revenue.matched.${match.by}`) : say(`revenue.unmatched.${unmatched ?? 'no_such_call'}`);
}

/** Maker of rows: an event opens the page of its call. Instants are written on the clock of the zone. */
export function eventRow(timezone: string): (event: EventRecord) => Row {
  const columns = eventColumns(timezone);
  return (event) => ({
    id: `${event.vendor ?? ''} ${event.eventId}`,
    cells: cellsOf(columns, event),
    ...(event.match && { href: callAddress(event.match) }),
  });
}

/** Some events, in the order given. */
export function eventsTable(events: readonly EventRecord[], timezone: string): Table {
  return {
    kind: 'table',
    id: 'events',
    title: { key: 'revenue.events' },
    columns: heads(eventColumns(timezone)),
    rows: events.map(eventRow(timezone)),
    notes: [],
  };
}
