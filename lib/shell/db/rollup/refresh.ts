import type { Db } from '../database.ts';
import { idsByCode, listVersions } from '../declarations/read.ts';
import { bounds, deleteTouched, insertRollup } from './rollup-sql.ts';
import { spanRecords } from './spans.ts';

/** Opens the transaction's list of vendor-days whose roll-up must be recomputed. */
export async function beginTouched(tx: Db): Promise<void> {
  await tx.sql.execute("set local work_mem = '256MB'");
  await tx.sql.execute(
    'create temp table staging_touched (vendor_id int, program_id int, day date, primary key (vendor_id, program_id, day)) on commit drop',
  );
}

/**
 * Adds every day on which the vendor (or any, without one) has calls or a roll-up. Waits for imports of these vendors
 * that are under way and keeps new ones waiting: calls that come in between would be in neither roll-up.
 */
export async function touchAll(tx: Db, vendorId: number | null = null): Promise<void> {
  await tx.sql.execute(
    `select pg_advisory_xact_lock(7261, id)
     from (select id from vendor where $1::int is null or id = $1 order by id) v`,
    [vendorId],
  );
  await tx.sql.execute(
    `insert into staging_touched
     select vendor_id, program_id, day from call_rollup where $1::int is null or vendor_id = $1
     union
     select distinct c.vendor_id, c.program_id, (c.started_at at time zone p.timezone)::date
     from call c join program p on p.id = c.program_id where $1::int is null or c.vendor_id = $1`,
    [vendorId],
  );
}

/** Recomputes exactly the touched vendor-days from their calls; returns the vendors and programs concerned and the days. */
export async function refreshTouched(
  tx: Db,
): Promise<{ days: number; touched: { vendor: string; program: string }[] }> {
  await tx.sql.execute('analyze staging_touched');
  const ids = await idsByCode(tx);
  const versions = await listVersions(tx);
  await tx.sql.execute(deleteTouched);
  // The planner takes the keys for nearly unique and would sort every call; there are few groups.
  await tx.sql.execute('set local enable_sort = off');
  await tx.sql.execute(insertRollup, [spanRecords(versions, ids), [...bounds]]);
  await tx.sql.execute('reset enable_sort');
  const pairs = await tx.sql.query<{ vendor: string; program: string; days: number }>(
    `select v.code as vendor, p.code as program, count(*)::int as days
     from staging_touched t join vendor v on v.id = t.vendor_id join program p on p.id = t.program_id
     group by 1, 2 order by 1, 2`,
  );
  return { days: pairs.reduce((sum, pair) => sum + pair.days, 0), touched: pairs };
}
