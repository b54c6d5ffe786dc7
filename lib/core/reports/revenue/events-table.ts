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

/** Ids of their own: the state of an event is not that of a price. */
function eventColumns(timezone: string): ColumnOf<EventRecord>[] {
  const column = (id: Name, cell: (event: EventRecord) => Cell, align: 'start' | 'end' = 'start') => ({
    ...{ id: `event_${id}`, label: { key: `revenue.columns.${id}` }, align, cell },
  });
  const instant = (ms: number): Cell => ({ kind: 'instant', ms, zone: timezone });
  return [
    column('event', ({ eventId }) => text(eventId)),
    column('occurred', ({ occurredAt }) => instant(occurredAt)),
    column('kind', ({ kind }) => say(`revenue.kinds.${kind}`)),
    column('amount', (event) => charged(event.amount, event.currency), 'end'),
    { id: 'currency', label: { key: 'columns.currency' }, align: 'start', cell: ({ currency }) => text(currency) },
    column('state', stateCell),
    column('vendor', ({ vendor, match }) => code(match?.vendor ?? vendor)),
    column('call', ({ callId, match }) => code(match?.callId ?? callId)),
    column('program', ({ program, match }) => code(match?.program ?? program)),
    column('booked', ({ match }) => day(match?.booked ?? null)),
    column('source', ({ source }) => text(source)),
    column('by', ({ recordedBy }) => text(recordedBy)),
    column('at', ({ recordedAt }) => instant(recordedAt)),
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
