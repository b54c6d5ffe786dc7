import type { Database, Db } from '../database.ts';
import { type LockedConnection, lockedConnection } from '../locked-connection.ts';
import { stagingTable } from './staging-table.ts';

/** Key space of the advisory locks that say "the process that reads this batch is alive". */
const LOCK = 7262;

/**
 * A connection that an import has for itself, with a lock on its batch for as long as it lives: a batch that is
 * `running` and free has been abandoned.
 */
export type Claim = LockedConnection;

/** Claims a batch, before anything of it is written. */
export function claimBatch(database: Database, batchId: string): Promise<Claim> {
  return lockedConnection(database, { space: LOCK, id: batchId });
}

/** Batches that say that they are running, and staging tables, whoever they belong to. */
const candidates = `
  select id::text as id from import_batch where status = 'running'
  union
  select substr(tablename, 7) from pg_tables where schemaname = 'staging' and tablename ~ '^calls_[0-9a-f-]{36}$'`;

async function sweep(tx: Db, batchId: string, now: Date): Promise<boolean> {
  const [lock] = await tx.sql.query<{ free: boolean }>(
    'select pg_try_advisory_xact_lock(hashtextextended($1, $2::bigint)) as free',
    [batchId, LOCK],
  );
  if (!lock?.free) return false;
  await tx.sql.execute(
    `update import_batch set status = 'failed', finished_at = $2::timestamptz,
       error = '{"key": "files.interrupted"}'
     where id = $1::uuid and status = 'running'`,
    [batchId, now.toISOString()],
  );
  await tx.sql.execute(`drop table if exists ${stagingTable(batchId)}`);
  return true;
}

/** Marks the imports failed whose process was killed, and drops what they had staged. Returns how many there were. */
export async function sweepAbandoned(database: Database, now: Date): Promise<number> {
  const found = await database.sql.query<{ id: string }>(candidates);
  let swept = 0;
  for (const { id } of found) if (await database.transaction((tx) => sweep(tx, id, now))) swept += 1;
  return swept;
}
