import type { RevenueEvent, UnmatchedReason } from '#revenue';
import type { Db } from '../database.ts';
import type { Recorded, Saved } from '../inputs/save.ts';
import { matchAffected, openRematch } from './rematch.ts';

/** What became of events: which of them have a call, and by what; why others have none. */
export type SavedEvents = Saved & {
  byCallId: number;
  byLastTouch: number;
  unmatched: Record<UnmatchedReason, number>;
};

/** What an event says of itself. */
const said = ['call_id', 'customer_ref', 'program_id', 'occurred_at', 'kind', 'amount', 'currency'];
const tuple = (alias: string) => `(${said.map((column) => `${alias}.${column}`).join(', ')})`;
const sameEvent = 'e.vendor_id = i.vendor_id and e.event_id = i.event_id';

const openIncoming = `
create temp table revenue_incoming (vendor_id int, event_id text, call_id text, customer_ref bytea, program_id int,
  occurred_at timestamptz(3), kind text, amount bigint, currency char(3), primary key (vendor_id, event_id)) on commit drop`;

/** Rows of one statement: some megabytes of JSON. */
const CHUNK = 20_000;

const takeIn = `
insert into revenue_incoming
select coalesce(v.id, 0), g."eventId", g."callId", decode(g."customerRef", 'hex'), coalesce(p.id, 0),
  to_timestamp(g."occurredAt" / 1000.0), g.kind, g.amount, g.currency
from json_to_recordset($1::json) as g (vendor text, "eventId" text, "callId" text, "customerRef" text, program text,
  "occurredAt" numeric, kind text, amount bigint, currency text)
left join vendor v on v.code = g.vendor left join program p on p.code = g.program`;

/** Events that are corrected leave their calls and the days of their own where they were booked. */
const leave = [
  `insert into revenue_affected
   select i.vendor_id, i.event_id from revenue_incoming i left join revenue_event e on ${sameEvent}
   where e.event_id is null or ${tuple('e')} is distinct from ${tuple('i')}`,
  `insert into revenue_concerned
   select distinct e.matched_vendor_id, e.matched_call_id from revenue_affected i join revenue_event e on ${sameEvent}
   where e.matched_call_id is not null`,
  `insert into staging_touched
   select distinct e.matched_vendor_id, e.matched_program_id, e.event_day
   from revenue_affected i join revenue_event e on ${sameEvent} where e.booked_as is not null on conflict do nothing`,
];

const correct = `
update revenue_event e set ${said.map((column) => `${column} = i.${column}`).join(', ')},
  matched_vendor_id = null, matched_call_id = null, matched_by = null, unmatched = null, matched_program_id = null,
  call_day = null, event_day = null, booked_as = null, source = $1, recorded_by = $2, recorded_at = $3::timestamptz
from revenue_incoming i where ${sameEvent} and ${tuple('e')} is distinct from ${tuple('i')}`;

const add = `
insert into revenue_event (vendor_id, event_id, ${said.join(', ')}, source, recorded_by, recorded_at)
select i.vendor_id, i.event_id, ${said.map((column) => `i.${column}`).join(', ')}, $1, $2, $3::timestamptz
from revenue_incoming i where not exists (select from revenue_event e where ${sameEvent})`;

const outcomes = `
select e.matched_by as by, e.unmatched, count(*)::int as events
from revenue_incoming i join revenue_event e on ${sameEvent} group by 1, 2`;

type Outcome = { by: 'call_id' | 'last_touch' | null; unmatched: UnmatchedReason | null; events: number };

/**
 * Records events, each once by vendor and its own id, a known one corrected where it says something else; finds their
 * calls, and adds the vendor-days whose revenue this changes to staging_touched. All vendors must be locked before.
 */
export async function saveRevenueEvents(
  tx: Db,
  events: readonly RevenueEvent[],
  { source, recordedBy, recordedAt }: Recorded,
): Promise<SavedEvents> {
  await openRematch(tx);
  await tx.sql.execute(openIncoming);
  for (let at = 0; at < events.length; at += CHUNK)
    await tx.sql.execute(takeIn, [jsonOf(events.slice(at, at + CHUNK))]);
  await tx.sql.execute('analyze revenue_incoming');
  for (const statement of leave) await tx.sql.execute(statement);
  const recorded = [source, recordedBy, recordedAt.toISOString()];
  const updated = await tx.sql.execute(correct, recorded);
  const inserted = await tx.sql.execute(add, recorded);
  await matchAffected(tx);
  const unchanged = events.length - inserted - updated;
  return { inserted, updated, unchanged, ...countsOf(await tx.sql.query<Outcome>(outcomes)) };
}

function jsonOf(events: readonly RevenueEvent[]): string {
  return JSON.stringify(events.map((event) => ({ ...event, amount: String(event.amount) })));
}

function countsOf(found: readonly Outcome[]): Omit<SavedEvents, keyof Saved> {
  const events = (of: (outcome: Outcome) => boolean) =>
    found.filter(of).reduce((sum, outcome) => sum + outcome.events, 0);
  const unmatched = (reason: UnmatchedReason) => events((outcome) => outcome.unmatched === reason);
  return {
    byCallId: events(({ by }) => by === 'call_id'),
    byLastTouch: events(({ by }) => by === 'last_touch'),
    unmatched: {
      no_such_call: unmatched('no_such_call'),
      no_call_of_customer: unmatched('no_call_of_customer'),
      other_currency: unmatched('other_currency'),
    },
  };
}
