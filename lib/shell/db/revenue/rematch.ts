import type { Db } from '../database.ts';
import { stagedDays } from '../rollup/rollup-sql.ts';
import { matchSteps, openLists } from './match-sql.ts';

/** The calls of the days that changed. */
const listChanged = `
create temp table revenue_changed on commit drop as
select c.vendor_id, c.call_id, c.customer_ref from (${stagedDays}) t
join call c on c.vendor_id = t.vendor_id and c.program_id = t.program_id
  and c.started_at >= t.from_at and c.started_at < t.to_at`;

/**
 * Events that changed calls may concern: those that belong to a call of a changed day, that name one of its calls or a leg
 * of one, that a leg which is no more led to a call of another day, or whose customer has a call there. Of which call an event in another currency would be is not kept, so those
 * are looked at each time.
 */
const listAffected = `
insert into revenue_affected
select e.vendor_id, e.event_id from revenue_event e
join staging_touched t on t.vendor_id = e.matched_vendor_id and t.program_id = e.matched_program_id and t.day = e.call_day
union
select e.vendor_id, e.event_id from revenue_event e
join revenue_changed c on c.vendor_id = e.vendor_id and c.call_id = e.call_id
union
select e.vendor_id, e.event_id from revenue_event e
join call leg on leg.vendor_id = e.vendor_id and leg.call_id = e.call_id
join revenue_changed c on c.vendor_id = leg.vendor_id and c.call_id = leg.leg_of
where e.unmatched is not null
union
select e.vendor_id, e.event_id from revenue_event e
where e.matched_by = 'call_id' and e.call_id <> e.matched_call_id
  and not exists (select from call leg where leg.vendor_id = e.vendor_id and leg.call_id = e.call_id)
union
select e.vendor_id, e.event_id from revenue_event e
join (select distinct customer_ref from revenue_changed) c on c.customer_ref = e.customer_ref
union
select vendor_id, event_id from revenue_event where unmatched = 'other_currency'`;

/** Opens the transaction's lists of what is matched anew. */
export async function openRematch(tx: Db): Promise<void> {
  for (const statement of openLists) await tx.sql.execute(statement);
}

/**
 * Finds the calls of the events in revenue_affected, writes what has changed, and adds the days whose revenue moves to
 * staging_touched.
 */
export async function matchAffected(tx: Db): Promise<void> {
  for (const statement of matchSteps) await tx.sql.execute(statement);
}

async function areEvents(tx: Db): Promise<boolean> {
  const [found] = await tx.sql.query<{ some: boolean }>('select exists (select from revenue_event) as some');
  return found?.some ?? false;
}

/**
 * Finds anew the calls of the events that changed calls concern: to be called in the transaction that changed calls,
 * after `staging_touched` lists their days (old and new) and before the roll-up is refreshed. Adds the days whose
 * revenue moves. Returns at once where there are no events.
 */
export async function rematchRevenue(tx: Db): Promise<void> {
  if (!(await areEvents(tx))) return;
  await openRematch(tx);
  for (const statement of ['analyze staging_touched', listChanged, 'analyze revenue_changed', listAffected])
    await tx.sql.execute(statement);
  await tx.sql.execute('drop table revenue_changed');
  await matchAffected(tx);
}

/** Finds anew the call of every event, as `rematchRevenue` does. */
export async function rematchAll(tx: Db): Promise<void> {
  if (!(await areEvents(tx))) return;
  await openRematch(tx);
  await tx.sql.execute('insert into revenue_affected select vendor_id, event_id from revenue_event');
  await tx.sql.execute(
    'insert into revenue_concerned select vendor_id, call_id from call where event_revenue is not null',
  );
  await matchAffected(tx);
}
