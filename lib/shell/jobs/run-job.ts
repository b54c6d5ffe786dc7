import { beginJob, claimJob, type Session, type Sql, settleJob } from '#db';
import { checkedInput } from './checked-input.ts';
import { faultOf, type JobError, refusalOf } from './job-error.ts';
import type { Json, Kinds, Report } from './kind.ts';
import { reporter } from './reporter.ts';

/** An error that was not given on purpose may pass by itself: so often is the job tried in all. */
const MOST_ATTEMPTS = 3;

type Begun = NonNullable<Awaited<ReturnType<typeof beginJob>>>;
type Attempt = { id: string; signal: AbortSignal };

/**
 * One attempt at a job. Another attempt that still runs is waited for, and a job that has ended is left alone: so a
 * queue that gives a job out twice does no harm. Throws where the queue is to give it out again.
 */
export async function runJob(session: Session, kinds: Kinds, { id, signal }: Attempt): Promise<void> {
  const claim = await claimJob(session.database, id);
  const { sql } = claim;
  try {
    const job = await beginJob(sql, id, session.now());
    if (!job) return;
    const { report, close } = reporter(sql, id, signal);
    try {
      const result = await work(session, { job, kinds, report });
      await settleJob(sql, id, { status: 'done', result, at: session.now() });
    } catch (error) {
      await keep(error, { session, sql, job, attempt: { id, signal } });
    } finally {
      close();
    }
  } finally {
    await claim.release().catch(() => {});
  }
}

type Work = { job: Begun; kinds: Kinds; report: Report };

function work(session: Session, { job, kinds, report }: Work): Promise<Json> {
  const kind = kinds[job.kind];
  if (!kind) throw new Error(`there is no kind of job "${job.kind}"`);
  return kind.run(session, checkedInput(kind, job.input), report);
}

type Failed = { session: Session; sql: Sql; job: Begun; attempt: Attempt };

function log(what: string, error: unknown): void {
  process.stderr.write(`${what}: ${error instanceof Error ? error.stack : String(error)}\n`);
}

/** Keeps why an attempt failed with the job, and throws on what is to be tried again. */
async function keep(error: unknown, { session, sql, job, attempt: { id, signal } }: Failed): Promise<void> {
  const before = job.error as JobError | null;
  const attempts = (before?.attempts ?? 0) + 1;
  const refusal = refusalOf(error);
  if (refusal) {
    if (error instanceof Error && error.cause !== undefined) log(`job ${id} (${job.kind})`, error.cause);
    await settleJob(sql, id, { status: 'failed', error: { ...refusal, attempts }, at: session.now() });
    return;
  }
  if (signal.aborted) {
    await settleJob(sql, id, { status: 'queued', error: before });
    throw error;
  }
  log(`job ${id} (${job.kind}), attempt ${attempts}`, error);
  const fault = faultOf(id, attempts);
  if (attempts >= MOST_ATTEMPTS) {
    await settleJob(sql, id, { status: 'failed', error: fault, at: session.now() });
    return;
  }
  await settleJob(sql, id, { status: 'queued', error: fault });
  throw error;
}
