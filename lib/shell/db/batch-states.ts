import type { Batch, BatchOptions, BatchPhase } from './batches.ts';
import type { Db, Sql } from './database.ts';

/** What an attempt at an import has counted so far, or in the end. */
type Counted = Partial<
  Pick<
    Batch,
    | 'bytesRead'
    | 'rows'
    | 'calls'
    | 'notCalls'
    | 'inserted'
    | 'updated'
    | 'unchanged'
    | 'repeated'
    | 'rejected'
    | 'days'
    | 'format'
    | 'documents'
    | 'files'
    | 'repeatOf'
  >
> & { warnings?: object; metrics?: object | null; committed?: number; fingerprint?: string | null };

/** Sets a batch back to where nothing of it was read, whatever an attempt before had come to. */
const afresh = {
  phase: 'waiting',
  bytesRead: 0n,
  ...{ rows: 0, calls: 0, notCalls: 0, inserted: 0, updated: 0, unchanged: 0, repeated: 0, rejected: 0, days: 0 },
  ...{ format: '', documents: [], warnings: [], finishedAt: null },
} as const;

/** Begins an attempt at a batch that waits or whose last attempt died; false where it has ended meanwhile. */
export async function beginBatch(db: Db, id: string, startedAt: Date): Promise<boolean> {
  const { count } = await db.prisma.importBatch.updateMany({
    where: { id, status: { in: ['queued', 'running'] }, cancelRequested: false },
    data: { ...afresh, status: 'running', startedAt },
  });
  return count > 0;
}

/** What is decided on a delivery that waits for it, or is to be tried again. */
export type Decision = { vendor: string | null; options: BatchOptions };

/** Puts a draft, or a batch that failed or was cancelled, among those that wait; false where it is none of these. */
export async function queueBatch(
  db: Db,
  id: string,
  { vendor, options, at }: Decision & { at: Date },
): Promise<boolean> {
  const owner = vendor === null ? null : await db.prisma.vendor.findUnique({ where: { code: vendor } });
  const { count } = await db.prisma.importBatch.updateMany({
    where: { id, status: { in: ['draft', 'failed', 'cancelled'] } },
    data: {
      ...afresh,
      ...{ status: 'queued', startedAt: at, cancelRequested: false, jobId: null },
      vendorId: owner?.id ?? null,
      options: options as object,
    },
  });
  if (count > 0) await db.sql.execute('update import_batch set error = null where id = $1::uuid', [id]);
  return count > 0;
}

/**
 * Notes the job that a batch waits for, unless it waits for one already: then that one is returned, and this one is not
 * needed.
 */
export async function noteBatchJob(
  tx: Db,
  id: string,
  { job, kind }: { job: string; kind: string },
): Promise<string | null> {
  // By itself: what another has noted is seen by the next statement only.
  await tx.sql.query('select id::text as id from import_batch where id = $1::uuid for update', [id]);
  const [live] = await tx.sql.query<{ id: string }>(
    `select j.id::text as id from import_batch b join job j on j.id = b.job_id
     where b.id = $1::uuid and j.kind = $2 and j.status in ('queued', 'running')`,
    [id, kind],
  );
  if (live) return live.id;
  await tx.sql.execute('update import_batch set job_id = $2::uuid where id = $1::uuid', [id, job]);
  return null;
}

/** Batches that wait for their turn, and that no job was ever asked for. */
export async function jobless({ sql }: Pick<Db, 'sql'>): Promise<string[]> {
  const rows = await sql.query<{ id: string }>(
    `select id::text as id from import_batch where status = 'queued' and job_id is null order by started_at, id`,
  );
  return rows.map(({ id }) => id);
}

/**
 * Records how far an import has come, on the connection given: never one that a transaction of its own waits for. While
 * that transaction holds the record, because it ends the import, nothing is recorded: the two must not wait for each other.
 * Returns whether it may go on: false where it is to be cancelled, or is this attempt's no more.
 */
export async function noteProgress(
  sql: Sql,
  id: string,
  { phase, rows, rejected, bytesRead }: { phase: BatchPhase } & Pick<Batch, 'rows' | 'rejected' | 'bytesRead'>,
): Promise<boolean> {
  const [own] = await sql.query<{ goesOn: boolean }>(
    `with own as (select id from import_batch where id = $1::uuid and status = 'running' for update skip locked),
     noted as (
       update import_batch b set phase = $2::import_phase, rows = $3, rejected = $4, bytes_read = $5
       from own where b.id = own.id
     )
     select status = 'running' and not cancel_requested as "goesOn" from import_batch where id = $1::uuid`,
    [id, phase, rows, rejected, bytesRead],
  );
  return own?.goesOn === true;
}

/** Records what was found in the files of an import that is not done yet, or never will be. */
export async function describeBatch(
  db: Db,
  id: string,
  { documents, ...rest }: Required<Pick<Counted, 'format' | 'documents' | 'metrics' | 'warnings'>>,
): Promise<void> {
  await db.prisma.importBatch.updateMany({
    where: { id, status: 'running' },
    data: { ...rest, documents: documents as object[] } as object,
  });
}

/** Records that an import is done; false where it was to be cancelled, or another attempt has ended it. */
export async function finishBatch(db: Db, id: string, counted: Counted & { finishedAt: Date }): Promise<boolean> {
  const { bytesRead, committed, ...rest } = counted;
  const { count } = await db.prisma.importBatch.updateMany({
    where: { id, status: 'running', cancelRequested: false },
    data: {
      ...rest,
      ...(bytesRead === undefined ? {} : { bytesRead: BigInt(bytesRead) }),
      ...(committed === undefined ? {} : { committed: BigInt(committed) }),
      ...{ status: 'done', phase: 'done' },
    } as object,
  });
  return count > 0;
}

/** Records why an import ended without a call; one that has ended keeps its end. */
export async function failBatch(
  db: Db,
  id: string,
  { status, error, at }: { status: 'failed' | 'cancelled'; error: object; at: Date },
): Promise<void> {
  await db.prisma.importBatch.updateMany({
    where: { id, status: { in: ['queued', 'running'] } },
    data: { status, error, finishedAt: at },
  });
}

/** Gives the batch of an interrupted attempt back, to be tried again, with what interrupted it. */
export async function requeueBatch(db: Db, id: string, error: object): Promise<void> {
  await db.prisma.importBatch.updateMany({
    where: { id, status: 'running', cancelRequested: false },
    data: { ...afresh, status: 'queued', error },
  });
}

/**
 * Asks for an import to be cancelled. One that waits is cancelled at once; one that runs notices, unless it is done
 * before. Returns the state that it is left in; null where it has ended, or was never begun.
 */
export async function requestCancel(
  db: Db,
  id: string,
  { error, at }: { error: object; at: Date },
): Promise<'cancelled' | 'running' | null> {
  const [batch] = await db.sql.query<{ status: 'cancelled' | 'running' }>(
    `update import_batch set cancel_requested = true,
       status = case when status = 'queued' then 'cancelled' else status end,
       finished_at = case when status = 'queued' then $2::timestamptz end,
       error = case when status = 'queued' then $3::jsonb end
     where id = $1::uuid and status in ('queued', 'running') returning status::text as status`,
    [id, at.toISOString(), JSON.stringify(error)],
  );
  return batch?.status ?? null;
}

/** Records that a batch that was done has been undone; false where it was not done, or not any more. */
export async function markUndone(db: Db, id: string, { by, at }: { by: string; at: Date }): Promise<boolean> {
  const { count } = await db.prisma.importBatch.updateMany({
    where: { id, status: 'done' },
    data: { status: 'undone', undoneAt: at, undoneBy: by },
  });
  return count > 0;
}

/** Forgets a delivery on which nothing was decided; false where it is no draft. */
export async function deleteDraft(db: Db, id: string): Promise<boolean> {
  const { count } = await db.prisma.importBatch.deleteMany({ where: { id, status: 'draft' } });
  return count > 0;
}

/** Forgets the deliveries sent before then on which nothing was decided, and names them. */
export async function deleteDraftsBefore({ sql }: Pick<Db, 'sql'>, before: Date): Promise<string[]> {
  const rows = await sql.query<{ id: string }>(
    `delete from import_batch where status = 'draft' and started_at < $1::timestamptz returning id::text as id`,
    [before.toISOString()],
  );
  return rows.map(({ id }) => id);
}
