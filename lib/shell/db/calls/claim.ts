import type { Database, Db } from '../database.ts';
import { type LockedConnection, lockedConnection } from '../locked-connection.ts';
import { forgetRejects } from './rejects.ts';

/** Key space of the advisory locks that say "the process that reads this batch is alive". */
const LOCK = 7262;
/** Key space of the advisory locks that say "an import of this vendor is under way". */
const TURN = 7264;

/**
 * A connection that an import has for itself, with a lock on its batch for as long as it lives: a batch that is
 * `running` and free has been abandoned.
 */
export type Claim = LockedConnection;

/** Claims a batch, before anything of it is written. */
export function claimBatch(database: Database, batchId: string): Promise<Claim> {
  return lockedConnection(database, { space: LOCK, id: batchId });
}

/**
 * Waits until no other import of the vendor is under way, in the order in which they asked; the turn is this one's
 * until its connection ends. An import that names no vendor has none.
 */
export async function takeTurn({ sql }: Claim, vendor: string | null): Promise<void> {
  await sql.query('select pg_advisory_lock($1::int, id) from vendor where code = $2', [TURN, vendor]);
}

/** Batches that say that they run or wait for a job that has ended. */
const candidates = `
  select b.id::text as id from import_batch b where b.status = 'running'
  union
  select b.id::text from import_batch b left join job j on j.id = b.job_id
  where b.status = 'queued' and b.job_id is not null and (j.id is null or j.status in ('done', 'failed'))`;

/**
 * A batch that nobody imports is given back to its job, and has failed where no job will try it again; one that was to be
 * cancelled has been.
 */
const settle = `
  update import_batch b set
    status = own.status::import_status,
    phase = case own.status when 'queued' then 'waiting' else b.phase end,
    finished_at = case own.status when 'queued' then null else $2::timestamptz end,
    error = case own.status
      when 'queued' then b.error
      when 'cancelled' then '{"key": "files.cancelled"}'
      else coalesce(b.error, own.error, '{"key": "files.interrupted"}') end
  from (
    select o.id,
      case when o.cancel_requested then 'cancelled' when j.status in ('queued', 'running') then 'queued' else 'failed' end as status,
      case jsonb_typeof(j.error -> 'message')
        when 'object' then j.error -> 'message'
        when 'string' then jsonb_build_object('key', 'files.failed', 'values', jsonb_build_object('message', j.error -> 'message'))
      end as error
    from import_batch o left join job j on j.id = o.job_id where o.id = $1::uuid
  ) own
  where own.id = b.id and (b.status = 'running' or (b.status = 'queued' and b.job_id is not null and own.status <> 'queued'))
  returning b.status::text as status`;

async function sweep(tx: Db, batchId: string, now: Date): Promise<boolean> {
  const [lock] = await tx.sql.query<{ free: boolean }>(
    'select pg_try_advisory_xact_lock(hashtextextended($1, $2::bigint)) as free',
    [batchId, LOCK],
  );
  if (!lock?.free) return false;
  const [settled] = await tx.sql.query<{ status: string }>(settle, [batchId, now.toISOString()]);
  if (settled?.status === 'cancelled') await forgetRejects(tx, batchId);
  return true;
}

/**
 * Sees to the imports whose process was killed: they wait for their job's next attempt, or have failed where there is
 * none. Returns how many there were.
 */
export async function sweepAbandoned(database: Database, now: Date): Promise<number> {
  const found = await database.sql.query<{ id: string }>(candidates);
  let swept = 0;
  for (const { id } of found) if (await database.transaction((tx) => sweep(tx, id, now))) swept += 1;
  return swept;
}
