import type { Database, Db, Sql } from './database.ts';
import { type LockedConnection, lockedConnection } from './locked-connection.ts';

export type JobStatus = 'queued' | 'running' | 'done' | 'failed';

/** How far a job has come; `total` is null where it is not known, `step` names what it does at the moment. */
export type JobProgress = { done: number; total: number | null; step: string | null };

/** A job as people see it. Input, result and error are JSON; what is in them, the kind of job knows. */
export type Job = {
  id: string;
  kind: string;
  status: JobStatus;
  input: unknown;
  progress: JobProgress | null;
  result: unknown;
  error: unknown;
  actor: string;
  createdAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
};

/** Key space of the advisory locks that say "this job is being run". */
const LOCK = 7263;

/** A connection that a job's attempt has for itself; another attempt at the same job waits until it has ended. */
export function claimJob(database: Pick<Database, 'url'>, id: string): Promise<LockedConnection> {
  return lockedConnection(database, { space: LOCK, id });
}

/** Records a job that is to be run. */
export async function createJob(
  db: Db,
  { id, kind, input, actor, createdAt }: Pick<Job, 'id' | 'kind' | 'input' | 'actor' | 'createdAt'>,
): Promise<void> {
  await db.sql.execute(
    `insert into job (id, kind, status, input, actor, created_at)
     values ($1::uuid, $2, 'queued', $3::jsonb, $4, $5::timestamptz)`,
    [id, kind, JSON.stringify(input), actor, createdAt.toISOString()],
  );
}

/** Records that an attempt at a job begins; null where the job has ended or there is none. */
export async function beginJob(
  sql: Sql,
  id: string,
  now: Date,
): Promise<Pick<Job, 'kind' | 'input' | 'error' | 'actor'> | null> {
  const [job] = await sql.query<Pick<Job, 'kind' | 'input' | 'error' | 'actor'>>(
    `update job set status = 'running', started_at = $2::timestamptz, progress = null
     where id = $1::uuid and status in ('queued', 'running')
     returning kind, input, error, actor`,
    [id, now.toISOString()],
  );
  return job ?? null;
}

/** Records how far a job has come. */
export async function noteJobProgress(sql: Sql, id: string, progress: JobProgress): Promise<void> {
  await sql.execute(`update job set progress = $2::jsonb where id = $1::uuid and status = 'running'`, [
    id,
    JSON.stringify(progress),
  ]);
}

type Settled =
  | { status: 'done'; result: unknown; at: Date }
  | { status: 'failed'; error: object; at: Date }
  /** To be tried again. */
  | { status: 'queued'; error: object | null };

/** Records how an attempt at a job ended, unless the job has ended already. */
export async function settleJob(sql: Sql, id: string, settled: Settled): Promise<void> {
  const at = settled.status === 'queued' ? null : settled.at.toISOString();
  const result = settled.status === 'done' ? JSON.stringify(settled.result ?? null) : null;
  const error = settled.status !== 'done' && settled.error !== null ? JSON.stringify(settled.error) : null;
  await sql.execute(
    `update job set status = $2, result = $3::jsonb, error = $4::jsonb, finished_at = $5::timestamptz
     where id = $1::uuid and status in ('queued', 'running')`,
    [id, settled.status, result, error, at],
  );
}

/** One job, or null. */
export async function findJob(db: Db, id: string): Promise<Job | null> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return null;
  const row = await db.prisma.job.findUnique({ where: { id } });
  return row && { ...row, status: row.status as JobStatus, progress: row.progress as JobProgress | null };
}

/**
 * Jobs that say that they run and whose lock nobody holds: the process of their attempt has ended. They are queued
 * again and returned.
 */
export async function requeueAbandoned({ sql }: Pick<Db, 'sql'>): Promise<Pick<Job, 'id' | 'kind'>[]> {
  return sql.query(
    `update job set status = 'queued' where status = 'running' and not exists (
       select 1 from pg_locks
       where locktype = 'advisory' and objsubid = 1
         and database = (select oid from pg_database where datname = current_database())
         and (classid::bigint << 32 | objid::bigint) = hashtextextended(job.id::text, $1::bigint))
     returning id::text as id, kind`,
    [LOCK],
  );
}

/** Jobs that have not ended. */
export async function unfinishedJobs({ sql }: Pick<Db, 'sql'>): Promise<Pick<Job, 'id' | 'kind'>[]> {
  return sql.query(`select id::text as id, kind from job where status in ('queued', 'running') order by created_at`);
}
