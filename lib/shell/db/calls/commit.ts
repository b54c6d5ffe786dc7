import type { Db } from '../database.ts';
import { lockVendors } from '../rollup/amend.ts';
import { stagingTable } from './staging-table.ts';
import { differ, sameCall, valueColumns, valuesOf, wordColumns, wordOf } from './word.ts';

/** What a delivery's calls became. Calls = inserted + updated + unchanged + repeated. */
export type Stored = { inserted: number; updated: number; unchanged: number; repeated: number };

/** Stored, and the place in the order in which batches are committed. */
export type Committed = Stored & { committed: number };

const stored = sameCall('c', 's');
const differs = differ('c', 's');

/** Serialises imports of the same vendors: two at once would both think themselves the newer. */
async function lockStagedVendors(tx: Db, table: string): Promise<void> {
  const vendors = await tx.sql.query<{ id: number }>(`select distinct vendor_id as id from ${table}`);
  await lockVendors(
    tx,
    vendors.map(({ id }) => id),
  );
}

/** The next place in the order of batches; taken under the locks of its vendors, so that it is the order of their words. */
export async function nextCommitted(tx: Db): Promise<number> {
  const [next] = await tx.sql.query<{ place: number }>(`select nextval('import_batch_committed')::int as place`);
  if (!next) throw new Error('a sequence gave no number');
  return next.place;
}

/** Adds the days of the rows that `source` yields (aliased s, or c for stored calls) to staging_touched. */
async function touch(tx: Db, alias: 's' | 'c', source: string): Promise<void> {
  await tx.sql.execute(
    `insert into staging_touched
     select distinct ${alias}.vendor_id, ${alias}.program_id, (${alias}.started_at at time zone p.timezone)::date
     from ${source} join program p on p.id = ${alias}.program_id ${alias === 's' ? '' : `where ${differs}`}
     on conflict do nothing`,
  );
}

async function insert(tx: Db, batchId: string, source: string, where = ''): Promise<number> {
  return tx.sql.execute(
    `insert into call (vendor_id, call_id, ${valueColumns.join(', ')}, batch_id, batch_row, batch_file)
     select s.vendor_id, s.call_id, ${valuesOf('s')}, $1::uuid, s.row, s.file
     from ${source} s ${where}`,
    [batchId],
  );
}

/** No staged id is stored yet: nothing has to be compared. */
async function insertAll(tx: Db, batchId: string, source: string): Promise<{ inserted: number; updated: number }> {
  await touch(tx, 's', `${source} s`);
  return { inserted: await insert(tx, batchId, source), updated: 0 };
}

/** What the stored calls were before this batch changes them stays the word of the batch that they are from. */
async function keepOverruled(tx: Db, source: string): Promise<void> {
  await tx.sql.execute(
    `insert into call_word (${wordColumns})
     select ${wordOf('c')} from call c join ${source} s on ${stored} where ${differs}`,
  );
}

/** Of calls that are stored with the same values already, what this batch says is kept beside them. */
async function keepConfirmed(tx: Db, batchId: string, source: string): Promise<void> {
  await tx.sql.execute(
    `insert into call_word (${wordColumns})
     select s.vendor_id, s.call_id, $1::uuid, s.row, s.file, ${valuesOf('s')}
     from ${source} s join call c on ${stored} where not (${differs})`,
    [batchId],
  );
}

/** Some staged ids are stored: days are touched where a call was and where it is now, and only what differs is written. */
async function merge(tx: Db, batchId: string, source: string): Promise<{ inserted: number; updated: number }> {
  await touch(tx, 'c', `call c join ${source} s on ${stored}`);
  await touch(
    tx,
    's',
    `(select s.* from ${source} s left join call c on ${stored} where c.call_id is null or ${differs}) s`,
  );
  await keepConfirmed(tx, batchId, source);
  await keepOverruled(tx, source);
  const updated = await tx.sql.execute(
    `update call c set (${valueColumns.join(', ')}, batch_id, batch_row, batch_file)
       = row (${valuesOf('s')}, $1::uuid, s.row, s.file)
     from ${source} s where ${stored} and ${differs}`,
    [batchId],
  );
  const inserted = await insert(tx, batchId, source, `where not exists (select from call c where ${stored})`);
  return { inserted, updated };
}

/**
 * Upserts the staged calls and lists the vendor-days that this changes in staging_touched. Of an id that the delivery
 * has twice the last row stands. Calls that are already stored with the same values are not touched. Every batch's word
 * on a call is kept, so that any of them can be undone: in `call` the one that counts, in `call_word` the others.
 */
export async function commitStaged(tx: Db, batchId: string): Promise<Committed> {
  const table = stagingTable(batchId);
  await lockStagedVendors(tx, table);
  const committed = await nextCommitted(tx);
  return { ...(await storeStaged(tx, batchId, table)), committed };
}

async function storeStaged(tx: Db, batchId: string, table: string): Promise<Stored> {
  const [found] = await tx.sql.query<{ met: boolean }>(
    `select exists (select from ${table} s join call c on ${stored}) as met`,
  );
  // New ids, each once, is what nearly every file has: the key itself says whether it is so.
  const allNew = found?.met ? null : await unlessDuplicate(tx, () => insertAll(tx, batchId, table));
  if (allNew) return { ...allNew, unchanged: 0, repeated: 0 };
  const [counts] = await tx.sql.query<{ total: number; distinct: number }>(
    `select coalesce(sum(n), 0)::int as total, count(*)::int as distinct
     from (select count(*) as n from ${table} group by vendor_id, call_id) ids`,
  );
  const { total = 0, distinct = 0 } = counts ?? {};
  const last = `(select distinct on (vendor_id, call_id) * from ${table} order by vendor_id, call_id, file desc, row desc)`;
  const source = total === distinct ? table : last;
  const { inserted, updated } = await (found?.met ? merge : insertAll)(tx, batchId, source);
  return { inserted, updated, unchanged: distinct - inserted - updated, repeated: total - distinct };
}

const UNIQUE_VIOLATION = '23505';

/** What `work` returns; null, with nothing of it left in the transaction, where it met a key that is there already. */
async function unlessDuplicate<T>(tx: Db, work: () => Promise<T>): Promise<T | null> {
  await tx.sql.execute('savepoint before_work');
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Error && error.message.includes(UNIQUE_VIOLATION))) throw error;
    await tx.sql.execute('rollback to savepoint before_work');
    return null;
  }
}

/** Below this many rows the database's own housekeeping is soon enough. */
const BULK = 10_000;

/**
 * After a bulk load: statistics for the planner, and the block ranges of the new calls. Outside the import's
 * transaction, since it makes other such work wait.
 */
export async function settleCalls(db: Db, { inserted, updated }: Pick<Stored, 'inserted' | 'updated'>): Promise<void> {
  if (inserted + updated < BULK) return;
  await db.sql.execute('analyze call');
  await db.sql.query(`select brin_summarize_new_values('call_started_at_idx')::int as ranges`);
}
