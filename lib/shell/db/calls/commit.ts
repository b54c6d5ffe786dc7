import type { Db } from '../database.ts';
import { stagedColumns, stagingTable } from './staging.ts';

/** What a file's rows became. Rows = inserted + updated + unchanged + repeated (+ rejected before staging). */
export type Committed = { inserted: number; updated: number; unchanged: number; repeated: number };

const values = stagedColumns.filter((column) => !['row', 'vendor_id', 'call_id'].includes(column));
const tuple = (alias: string) => `(${values.map((column) => `${alias}.${column}`).join(', ')})`;

/** Serialises imports of the same vendors: two at once would both think themselves the newer. */
async function lockVendors(tx: Db, table: string): Promise<void> {
  await tx.sql.execute(
    `select pg_advisory_xact_lock(7261, vendor_id) from (select distinct vendor_id from ${table} order by 1) v`,
  );
}

/**
 * Upserts the staged calls and lists the vendor-days that this changes in staging_touched: the day where a changed call
 * was, and the day where it is now. Of an id that the file has twice the last row stands. Calls that are already stored
 * with the same values are not touched.
 */
export async function commitStaged(tx: Db, batchId: string): Promise<Committed> {
  const table = stagingTable(batchId);
  await lockVendors(tx, table);
  const differs = `${tuple('c')} is distinct from ${tuple('s')}`;
  await tx.sql.execute(
    `insert into staging_touched
     select distinct c.vendor_id, c.program_id, (c.started_at at time zone p.timezone)::date
     from call c join ${table} s on s.vendor_id = c.vendor_id and s.call_id = c.call_id
     join program p on p.id = c.program_id
     where ${differs}`,
  );
  const [counts] = await tx.sql.query<{ total: number; distinct: number }>(
    `select coalesce(sum(n), 0)::int as total, count(*)::int as distinct
     from (select count(*) as n from ${table} group by vendor_id, call_id) ids`,
  );
  const { total = 0, distinct = 0 } = counts ?? {};
  const last = total === distinct ? table : `(select distinct on (vendor_id, call_id) * from ${table} order by vendor_id, call_id, row desc)`;
  const [written] = await tx.sql.query<{ inserted: number; updated: number }>(
    `with written as (
       insert into call (vendor_id, call_id, ${values.join(', ')}, batch_id, batch_row)
       select s.vendor_id, s.call_id, ${values.map((column) => `s.${column}`).join(', ')}, $1::uuid, s.row
       from ${last} s left join call c on c.vendor_id = s.vendor_id and c.call_id = s.call_id
       where c.call_id is null or ${differs}
       on conflict (vendor_id, call_id) do update set
         (${values.join(', ')}, batch_id, batch_row) = row (${values.map((column) => `excluded.${column}`).join(', ')}, excluded.batch_id, excluded.batch_row)
       returning vendor_id, program_id, started_at, xmax = 0 as is_new
     ), touched as (
       insert into staging_touched
       select distinct w.vendor_id, w.program_id, (w.started_at at time zone p.timezone)::date
       from written w join program p on p.id = w.program_id
       on conflict do nothing
     )
     select count(*) filter (where is_new)::int as inserted, count(*) filter (where not is_new)::int as updated from written`,
    [batchId],
  );
  const { inserted = 0, updated = 0 } = written ?? {};
  return { inserted, updated, unchanged: distinct - inserted - updated, repeated: total - distinct };
}
