import type { Db } from '../database.ts';
import { listVersions } from '../declarations/read.ts';
import { lockAllVendors } from './amend.ts';
import { longestRepeats } from './rating-sql.ts';
import { areEventsApart, createRolledDays, deleteTouched, insertRolledDays, stagedDays } from './rollup-sql.ts';
import { type Pair, spansOf } from './spans.ts';

/** Opens the transaction's list of vendor-days whose roll-up must be recomputed. */
export async function beginTouched(tx: Db): Promise<void> {
  await tx.sql.execute("set local work_mem = '256MB'");
  await tx.sql.execute(
    'create temp table staging_touched (vendor_id int, program_id int, day date, primary key (vendor_id, program_id, day)) on commit drop',
  );
}

/**
 * Adds every day on which any vendor has calls, revenue of its own or a roll-up. Waits for imports that are under way and keeps new ones
 * waiting: calls that come in between would be in neither roll-up.
 */
export async function touchAll(tx: Db): Promise<void> {
  await lockAllVendors(tx);
  await tx.sql.execute(
    `insert into staging_touched
     select vendor_id, program_id, day from call_rollup
     union
     select distinct c.vendor_id, c.program_id, (c.started_at at time zone p.timezone)::date
     from call c join program p on p.id = c.program_id
     union
     select matched_vendor_id, matched_program_id, event_day from revenue_event where booked_as is not null
     on conflict do nothing`,
  );
}

const touchedPairs = `
  select distinct v.code as vendor, p.code as program, t.vendor_id as "vendorId", t.program_id as "programId"
  from staging_touched t join vendor v on v.id = t.vendor_id join program p on p.id = t.program_id
  order by 1, 2`;

/** Adds the days on which a call may repeat one of a touched day: those that begin less than the contract's hours later. */
const touchRepeats = `
  insert into staging_touched
  select distinct r.vendor_id, r.program_id, r.day
  from staging_touched t
  join (${longestRepeats('$1')}) rule on rule.vendor_id = t.vendor_id and rule.program_id = t.program_id
  join program p on p.id = t.program_id
  join call_rollup r on r.vendor_id = t.vendor_id and r.program_id = t.program_id and r.day > t.day
    and r.day::timestamp at time zone p.timezone
      < ((t.day + 1)::timestamp at time zone p.timezone) + rule.hours * interval '1 hour'
  on conflict do nothing`;

/** Recomputes exactly the touched vendor-days from their calls; returns how many they are. */
export async function refreshTouched(tx: Db): Promise<{ days: number }> {
  const { json, repeats } = spansOf(await listVersions(tx), await tx.sql.query<Pair>(touchedPairs));
  if (repeats) await tx.sql.execute(touchRepeats, [json]);
  await tx.sql.execute('analyze staging_touched');
  await tx.sql.execute(deleteTouched);
  // The planner takes the keys for nearly unique and would sort every call; there are few groups.
  await tx.sql.execute('set local enable_sort = off');
  const [runs] = await tx.sql.query<{ json: string }>(
    `select coalesce(json_agg(t), '[]')::text as json from (${stagedDays}) t`,
  );
  await tx.sql.execute(createRolledDays({ repeats, events: await areEventsApart(tx) }), [json, runs?.json]);
  await tx.sql.execute('reset enable_sort');
  await tx.sql.execute(insertRolledDays);
  await tx.sql.execute('drop table rolled_days');
  const [count] = await tx.sql.query<{ days: number }>('select count(*)::int as days from staging_touched');
  return { days: count?.days ?? 0 };
}
