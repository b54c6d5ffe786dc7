import { micros } from '#money';
import type { RevenueCell } from '#revenue';
import type { Db } from '../database.ts';

/**
 * Revenue by program, currency, day of the calls and days from there to the event. What was booked with the calls
 * themselves is what the roll-up has of a day and no event brought to it.
 */
const cells = `
with events as (
  select matched_program_id as program_id, currency, call_day, greatest(event_day - call_day, 0) as lag,
    case when booked_as is null then call_day else event_day end as booked_day, amount
  from revenue_event where matched_call_id is not null
),
days as (
  select program_id, currency, day, sum(revenue) as revenue from (
    select r.program_id, r.currency, r.day, r.revenue from call_rollup r
    where r.program_id in (select program_id from events)
    union all
    select program_id, currency, booked_day, -amount from events
  ) booked group by 1, 2, 3
)
select p.code as program, own.currency::text as currency, own.day::text as "callDay", own.lag, own.incoming::text as incoming,
  own.outgoing::text as outgoing, own.events
from (
  select program_id, currency, call_day as day, lag, coalesce(sum(amount) filter (where amount > 0), 0) as incoming,
    coalesce(sum(amount) filter (where amount < 0), 0) as outgoing, count(*)::int as events
  from events group by 1, 2, 3, 4
  union all
  select program_id, currency, day, 0, greatest(revenue, 0), least(revenue, 0), 0 from days where revenue <> 0
) own join program p on p.id = own.program_id`;

/** What revenue is known to have arrived when, of the programs that have events. */
export async function revenueCells(db: Db): Promise<RevenueCell[]> {
  const rows = await db.sql.query<Omit<RevenueCell, 'incoming' | 'outgoing'> & { incoming: string; outgoing: string }>(
    cells,
  );
  return rows.map((row) => ({
    ...row,
    incoming: micros(BigInt(row.incoming)),
    outgoing: micros(BigInt(row.outgoing)),
  }));
}
