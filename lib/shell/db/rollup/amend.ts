import type { Days } from '#contracts';
import type { Db } from '../database.ts';

type Place = { vendorId: number; programId: number };

/** Key of the lock under which nobody records revenue events: shared by whoever changes calls, whoever records has it alone. */
const NO_EVENTS = 7266;

/**
 * Waits for imports of the vendors that are under way and keeps new ones waiting, until the transaction ends. Where
 * events name no vendor it is all vendors that wait for each other: calls of one may take revenue from those of another.
 * No first such event can come between the question and the locks, since its recorder waits too.
 */
export async function lockVendors(tx: Db, vendorIds: readonly number[]): Promise<void> {
  await tx.sql.execute('select pg_advisory_xact_lock_shared($1::bigint)', [NO_EVENTS]);
  await tx.sql.execute(
    `select pg_advisory_xact_lock(7261, id) from (select id from vendor
       where id = any($1::int[]) or exists (select from revenue_event where vendor_id = 0) order by id) v`,
    [vendorIds],
  );
}

/** Waits for every import that is under way and keeps new ones waiting, until the transaction ends. */
export async function lockAllVendors(tx: Db): Promise<void> {
  await tx.sql.execute('select pg_advisory_xact_lock($1::bigint)', [NO_EVENTS]);
  await tx.sql.execute('select pg_advisory_xact_lock(7261, id) from (select id from vendor order by id) v');
}

/** Puts the roll-up of whole days under another contract version with the same rating, without reading a call. */
export async function relabelDays(
  tx: Db,
  { vendorId, programId }: Place,
  { from, to, before, after }: Days & { before: string; after: string },
): Promise<number> {
  return tx.sql.execute(
    `update call_rollup set contract_id = $6 where vendor_id = $1 and program_id = $2 and day >= $3::date
       and day < $4::date and contract_id = $5`,
    [vendorId, programId, from, to, Number(before), Number(after)],
  );
}

/** Days with calls among those given: what there is to rate anew. */
export async function daysWithCalls(tx: Db, { vendorId, programId }: Place, days: readonly Days[]): Promise<string[]> {
  if (days.length === 0) return [];
  const rows = await tx.sql.query<{ day: string }>(
    `select distinct r.day::text as day from call_rollup r
     join unnest($3::date[], $4::date[]) as d (from_day, to_day) on r.day >= d.from_day and r.day < d.to_day
     where r.vendor_id = $1 and r.program_id = $2 order by 1`,
    [vendorId, programId, days.map(({ from }) => from), days.map(({ to }) => to)],
  );
  return rows.map(({ day }) => day);
}

/** Adds days of a vendor's program to the list of those whose roll-up must be recomputed. */
export async function touchDays(tx: Db, { vendorId, programId }: Place, days: readonly string[]): Promise<void> {
  await tx.sql.execute(
    'insert into staging_touched select $1::int, $2::int, unnest($3::date[]) on conflict do nothing',
    [vendorId, programId, days],
  );
}

/** Empties the list, so that the next part of a long recomputation can be listed. */
export async function forgetTouched(tx: Db): Promise<void> {
  await tx.sql.execute('truncate staging_touched');
}
