import { micros } from '#money';
import type { RevenueEvent, RevenueKind, UnmatchedReason } from '#revenue';
import type { Day } from '#time';
import type { Db } from '../database.ts';

/** Which events; what is left out is not asked for. */
export type EventFilter = {
  /** The vendor that the event names, or whose call it belongs to. */
  vendor?: string | undefined;
  kind?: RevenueKind | undefined;
  state?: 'matched' | 'unmatched' | undefined;
  /** Half-open local days of `timezone`. */
  from?: Day | undefined;
  to?: Day | undefined;
  timezone: string;
};

/** A recorded event with the call that it belongs to, or why it has none. The customer's reference stays where it is. */
export type ListedEvent = Omit<RevenueEvent, 'customerRef'> & {
  match: MatchedTo | null;
  unmatched: UnmatchedReason | null;
  source: string;
  recordedBy: string;
  recordedAt: number;
};

export type MatchedTo = {
  vendor: string;
  callId: string;
  program: string;
  by: 'call_id' | 'last_touch';
  /** Local days of the call and of the event, and which of them the event changes. */
  callDay: Day;
  eventDay: Day;
  booked: Day;
};

type Row = Omit<ListedEvent, 'amount' | 'match'> & { amount: string; matchedBy: MatchedTo['by'] | null } & {
  [Field in Exclude<keyof MatchedTo, 'by'> as `matched${Capitalize<Field>}`]: MatchedTo[Field] | null;
};

const columns = `
  v.code as vendor, e.event_id as "eventId", e.call_id as "callId", p.code as program, e.kind, e.amount::text as amount,
  e.currency::text as currency, (extract(epoch from e.occurred_at) * 1000)::float8 as "occurredAt", e.unmatched,
  m.code as "matchedVendor", e.matched_call_id as "matchedCallId", mp.code as "matchedProgram", e.matched_by as "matchedBy",
  e.call_day::text as "matchedCallDay", e.event_day::text as "matchedEventDay",
  (case when e.booked_as is null then e.call_day else e.event_day end)::text as "matchedBooked",
  e.source, e.recorded_by as "recordedBy", (extract(epoch from e.recorded_at) * 1000)::float8 as "recordedAt"`;

const joined = `revenue_event e left join vendor v on v.id = e.vendor_id left join program p on p.id = e.program_id
  left join vendor m on m.id = e.matched_vendor_id left join program mp on mp.id = e.matched_program_id`;

function fromDb(row: Row): ListedEvent {
  const { matchedVendor, matchedCallId, matchedProgram, matchedBy, matchedCallDay, matchedEventDay, ...rest } = row;
  const { matchedBooked, amount, ...event } = rest;
  const match = {
    ...{ vendor: matchedVendor, callId: matchedCallId, program: matchedProgram, by: matchedBy },
    ...{ callDay: matchedCallDay, eventDay: matchedEventDay, booked: matchedBooked },
  };
  return { ...event, amount: micros(BigInt(amount)), match: matchedCallId === null ? null : (match as MatchedTo) };
}

/** The conditions of a filter, with its values from $1 on. */
function asked({ vendor, kind, state, from, to, timezone }: EventFilter): { where: string; values: unknown[] } {
  return {
    where: `($1::text is null or v.code = $1 or m.code = $1) and ($2::text is null or e.kind = $2)
      and ($3::text is null or ($3 = 'unmatched') = (e.unmatched is not null))
      and ($4::date is null or e.occurred_at >= $4::date::timestamp at time zone $6)
      and ($5::date is null or e.occurred_at < $5::date::timestamp at time zone $6)`,
    values: [vendor ?? null, kind ?? null, state ?? null, from ?? null, to ?? null, timezone],
  };
}

/** Those without a call first, then the newest; what happened together by vendor and id. */
const place = '(e.unmatched is null, -extract(epoch from e.occurred_at), e.vendor_id, e.event_id collate "C")';

/** Some events of a list, in its order. */
export async function listEvents(
  db: Db,
  filter: EventFilter,
  { skip = 0, take }: { skip?: number; take: number },
): Promise<ListedEvent[]> {
  const { where, values } = asked(filter);
  const rows = await db.sql.query<Row>(
    `select ${columns} from ${joined} where ${where} order by ${place} limit $7::int offset $8::int`,
    [...values, take, skip],
  );
  return rows.map(fromDb);
}

const BATCH = 20_000;

/** All events of a list, in its order, in batches. */
export async function* eachEvents(db: Db, filter: EventFilter): AsyncGenerator<ListedEvent[]> {
  const { where, values } = asked(filter);
  let last: unknown[] = [null, null, null, null];
  for (;;) {
    const rows = await db.sql.query<Row & { at: [boolean, string, number, string] }>(
      `select ${columns}, json_build_array(e.unmatched is null, (-extract(epoch from e.occurred_at))::text, e.vendor_id, e.event_id) as at
       from ${joined} where ${where}
         and ($7::boolean is null or ${place} > ($7::boolean, $8::numeric, $9::int, $10::text collate "C"))
       order by ${place} limit ${BATCH}`,
      [...values, ...last],
    );
    if (rows.length > 0) yield rows.map(({ at: _, ...row }) => fromDb(row));
    if (rows.length < BATCH) return;
    last = rows.at(-1)?.at ?? last;
  }
}

/** What a list adds up to in one currency: events with a call, and without one by the reason. */
export type EventTotals = {
  currency: string;
  unmatched: UnmatchedReason | null;
  events: number;
  incoming: bigint;
  outgoing: bigint;
};

/** What a list adds up to, by currency and by why events have no call (null: they have one). */
export async function totalEvents(db: Db, filter: EventFilter): Promise<EventTotals[]> {
  const { where, values } = asked(filter);
  const rows = await db.sql.query<Record<'incoming' | 'outgoing', string> & Omit<EventTotals, 'incoming' | 'outgoing'>>(
    `select e.currency::text as currency, e.unmatched, count(*)::int as events,
       coalesce(sum(e.amount) filter (where e.amount > 0), 0)::text as incoming,
       coalesce(sum(e.amount) filter (where e.amount < 0), 0)::text as outgoing
     from ${joined} where ${where} group by 1, 2 order by 1, 2`,
    values,
  );
  return rows.map((row) => ({ ...row, incoming: BigInt(row.incoming), outgoing: BigInt(row.outgoing) }));
}

/** The events of one call, by vendor code and the vendor's own id, in the order in which they happened. */
export async function eventsOfCall(db: Db, vendor: string, callId: string): Promise<ListedEvent[]> {
  const rows = await db.sql.query<Row>(
    `select ${columns} from ${joined} where m.code = $1 and e.matched_call_id = $2
     order by e.occurred_at, e.vendor_id, e.event_id collate "C"`,
    [vendor, callId],
  );
  return rows.map(fromDb);
}

/** The first and the last local day with an event; null without any. */
export async function eventSpan(db: Db, timezone: string): Promise<{ first: Day; last: Day } | null> {
  const [row] = await db.sql.query<{ first: Day | null; last: Day | null }>(
    `select (min(occurred_at) at time zone $1)::date::text as first, (max(occurred_at) at time zone $1)::date::text as last
     from revenue_event`,
    [timezone],
  );
  return row?.first && row.last ? { first: row.first, last: row.last } : null;
}
