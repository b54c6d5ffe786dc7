/*
 * Later revenue in SQL, for many events at once. Core reference: revenue/match.ts, revenue/book.ts. Every step is kept in
 * a table of the transaction and counted, so that the next is planned by what there is: a guess of one row costs hours.
 */

import { vendorDayOf } from '../calls/word.ts';

/** Columns of an event that say to which call it belongs, and where it is booked. */
const places = [
  'matched_vendor_id',
  'matched_call_id',
  'matched_by',
  'unmatched',
  'matched_program_id',
  'call_day',
  'event_day',
  'booked_as',
];
const tuple = (alias: string) => `(${places.map((column) => `${alias}.${column}`).join(', ')})`;

/** What the transaction works on: events whose call is to be found anew, and calls whose events may be others now. */
export const openLists = [
  `create temp table if not exists revenue_affected (vendor_id int, event_id text, primary key (vendor_id, event_id))
   on commit drop`,
  `create temp table if not exists revenue_concerned (vendor_id int, call_id text, primary key (vendor_id, call_id))
   on commit drop`,
  'drop table if exists revenue_asking, revenue_chosen, revenue_found, revenue_net',
  'truncate revenue_affected, revenue_concerned',
];

/** The affected events with what their calls are found by. */
const askCalls = `
create temp table revenue_asking on commit drop as
select e.vendor_id, e.event_id, e.call_id, e.customer_ref, e.program_id, e.occurred_at, e.currency,
  e.vendor_id <> 0 and e.call_id is not null as is_named
from revenue_affected a join revenue_event e on e.vendor_id = a.vendor_id and e.event_id = a.event_id`;

/** The call that each of them names; a leg leads to the call that it is of. */
const chooseNamed = `
create temp table revenue_chosen on commit drop as
select e.vendor_id, e.event_id, c.vendor_id as call_vendor, coalesce(c.leg_of, c.call_id) as call_id
from revenue_asking e join call c on c.vendor_id = e.vendor_id and c.call_id = e.call_id
where e.is_named`;

/** The last call of the customer of each of the others: the first in this order. One look at the calls of those days. */
const chooseLast = `
insert into revenue_chosen
select distinct on (e.vendor_id, e.event_id) e.vendor_id, e.event_id, c.vendor_id, c.call_id
from revenue_asking e
join call c on c.customer_ref = e.customer_ref and c.leg_of is null
join program p on p.id = c.program_id
join vendor v on v.id = c.vendor_id
where not e.is_named
  and c.started_at <= e.occurred_at and c.started_at >= e.occurred_at - p.last_touch_days * interval '24 hours'
  and (e.vendor_id = 0 or e.vendor_id = c.vendor_id) and (e.program_id = 0 or e.program_id = c.program_id)
  and c.started_at <= (select max(occurred_at) from revenue_asking where not is_named)
  and c.started_at >= (select min(occurred_at) from revenue_asking where not is_named)
    - (select max(last_touch_days) from program) * interval '24 hours'
order by e.vendor_id, e.event_id, c.started_at desc, v.code collate "C", c.call_id collate "C"`;

/** The call of every affected event as it is now, and where the event is booked by it. */
const findPlaces = `
create temp table revenue_found on commit drop as
with called as (
  select o.vendor_id, o.event_id, o.call_vendor, c.call_id, c.program_id, c.direction, c.answered, c.call_type,
    c.currency, p.timezone, p.revenue_booking, (c.started_at at time zone p.timezone)::date as day
  from revenue_chosen o
  join call c on c.vendor_id = o.call_vendor and c.call_id = o.call_id and c.leg_of is null
  join program p on p.id = c.program_id
),
placed as (
  select e.vendor_id, e.event_id, e.currency = c.currency as fits, e.is_named,
    c.call_vendor, c.call_id, c.program_id, c.day as call_day, (e.occurred_at at time zone c.timezone)::date as event_day,
    c.revenue_booking = 'event_day' as by_event, c.direction, c.answered, c.call_type
  from revenue_asking e left join called c on c.vendor_id = e.vendor_id and c.event_id = e.event_id
)
select vendor_id, event_id,
  case when fits then call_vendor end as matched_vendor_id,
  case when fits then call_id end as matched_call_id,
  case when fits then case when is_named then 'call_id' else 'last_touch' end end as matched_by,
  case when fits then null when not fits then 'other_currency' when is_named then 'no_such_call'
    else 'no_call_of_customer' end as unmatched,
  case when fits then program_id end as matched_program_id,
  case when fits then call_day end as call_day,
  case when fits then event_day end as event_day,
  case when fits and by_event and call_day <> event_day
    then direction::text || case when answered then ' handled ' else ' not handled ' end || coalesce(call_type, '') end as booked_as
from placed`;

/** Every call that an affected event belonged to, or belongs to now. */
const listConcerned = `
insert into revenue_concerned
select e.matched_vendor_id, e.matched_call_id
from revenue_affected a join revenue_event e on e.vendor_id = a.vendor_id and e.event_id = a.event_id
where e.matched_call_id is not null
union
select matched_vendor_id, matched_call_id from revenue_found where matched_call_id is not null
on conflict do nothing`;

const moved = `revenue_event e join revenue_found f on f.vendor_id = e.vendor_id and f.event_id = e.event_id
  where ${tuple('e')} is distinct from ${tuple('f')}`;

/** The days of their own that events leave, and those that they come to. */
const touchOwnDays = `
insert into staging_touched
select matched_vendor_id, matched_program_id, event_day from (
  select e.matched_vendor_id, e.matched_program_id, e.event_day, e.booked_as from ${moved}
  union
  select f.matched_vendor_id, f.matched_program_id, f.event_day, f.booked_as from ${moved}
) own where booked_as is not null
on conflict do nothing`;

/** Writes what was found where it is something else than before. */
const keepFound = `
update revenue_event e set (${places.join(', ')}) = row (${places.map((column) => `f.${column}`).join(', ')})
from revenue_found f
where f.vendor_id = e.vendor_id and f.event_id = e.event_id and ${tuple('e')} is distinct from ${tuple('f')}`;

/** What concerned calls have of events that are booked with them; null = no event at all. */
const sumConcerned = `
create temp table revenue_net on commit drop as
select k.vendor_id, k.call_id,
  case when count(e.event_id) > 0 then coalesce(sum(e.amount) filter (where e.booked_as is null), 0) end as net
from revenue_concerned k
left join revenue_event e on e.matched_vendor_id = k.vendor_id and e.matched_call_id = k.call_id
group by 1, 2`;

/** Gives it to the calls, and lists the days that this changes. */
const sumOnCalls = `
with changed as (
  update call c set event_revenue = n.net from revenue_net n
  where c.vendor_id = n.vendor_id and c.call_id = n.call_id and c.event_revenue is distinct from n.net
  returning c.vendor_id, c.program_id, c.started_at
)
insert into staging_touched
select distinct ${vendorDayOf('c')}
from changed c join program p on p.id = c.program_id
on conflict do nothing`;

/** From the affected events to calls, days and sums, in order. */
export const matchSteps = [
  'analyze revenue_affected',
  askCalls,
  'analyze revenue_asking',
  chooseNamed,
  'set local enable_nestloop = off',
  chooseLast,
  'reset enable_nestloop',
  'analyze revenue_chosen',
  findPlaces,
  'analyze revenue_found',
  listConcerned,
  touchOwnDays,
  keepFound,
  'analyze revenue_concerned',
  sumConcerned,
  'analyze revenue_net',
  sumOnCalls,
];
