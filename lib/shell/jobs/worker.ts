import { setTimeout as sleep } from 'node:timers/promises';
import type { PgBoss } from 'pg-boss';
import { type Database, requeueAbandoned, type Session, settleJob, unfinishedJobs } from '#db';
import { interrupted } from './job-error.ts';
import type { Kinds } from './kind.ts';
import { makeQueues, type Pace, workingQueue } from './queue.ts';
import { runJob } from './run-job.ts';

/** What runs the jobs of one database in this process. */
export type Worker = {
  database: Database;
  /** Sees to the jobs that nobody runs any more, or ever will; false where the queue is gone and this worker with it. */
  check(): Promise<boolean>;
  /** Takes no more work, gives back what it has, and waits a moment for it to notice. */
  stop(): Promise<void>;
};

/** How long work that was stopped may take to notice; what does not notice is undone with its connection. */
const STOP_MS = 3_000;

/** Gives the jobs out again whose process has ended; the queue itself would wait for their hearts. */
async function revive(boss: PgBoss, { database }: Session, kinds: Kinds): Promise<void> {
  for (const { id, kind } of await requeueAbandoned(database))
    if (kinds[kind]) await boss.fail(kind, id, { message: 'its process ended' });
}

/** States of the queue's in which a job is run, or will be. */
const alive = new Set(['created', 'retry', 'active']);

/**
 * A job that the queue has given up, or lost, ends as interrupted: it must not look as if it ran for ever, nor keep the
 * others of its turn waiting.
 */
async function endLost(boss: PgBoss, session: Session, kinds: Kinds): Promise<void> {
  for (const { id, kind } of await unfinishedJobs(session.database)) {
    const [queued] = kinds[kind] ? await boss.findJobs(kind, { id }) : [];
    if (queued && alive.has(queued.state)) continue;
    await settleJob(session.database.sql, id, { status: 'failed', error: interrupted, at: session.now() });
    if (queued) await boss.deleteJob(kind, id);
  }
}

async function tidy(session: Session, kinds: Kinds): Promise<void> {
  for (const kind of Object.values(kinds)) await kind.tidy?.(session, kinds);
}

type Taken = { name: string; pace: Pace; attempt: (job: JobToRun) => Promise<void> };
type JobToRun = { id: string; signal: AbortSignal };

/** Takes one job of a kind at a time; after one it looks for the next at once, not when it would look by itself. */
async function takeWork(boss: PgBoss, { name, pace, attempt }: Taken): Promise<void> {
  const options = { pollingIntervalSeconds: 1, notifyPollingIntervalSeconds: pace.watch };
  const worker: string = await boss.work(name, options, async (jobs) => {
    for (const job of jobs) await attempt(job).finally(() => boss.notifyWorker(worker));
  });
}

/** Starts to run jobs: of each kind one at a time, or as many as it says, in the order in which they were asked for. */
export async function openWorker(session: Session, kinds: Kinds, pace: Pace): Promise<Worker> {
  const boss = workingQueue(session.database, pace);
  const running = new Set<Promise<void>>();
  const stop = async () => {
    await boss.stop({ graceful: false });
    await Promise.race([Promise.allSettled(running), sleep(STOP_MS, undefined, { ref: false })]);
  };
  const attempt = async ({ id, signal }: JobToRun) => {
    const attempted = runJob(session, kinds, { id, signal });
    running.add(attempted);
    try {
      await attempted;
    } finally {
      running.delete(attempted);
      // What cannot be seen to now is seen to at the next look.
      if (!signal.aborted) await tidy(session, kinds).catch(() => {});
    }
  };
  try {
    await boss.start();
    await makeQueues(boss, kinds, pace);
    for (const [name, { parallel = 1 }] of Object.entries(kinds))
      for (let taken = 0; taken < parallel; taken += 1) await takeWork(boss, { name, pace, attempt });
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    database: session.database,
    check: async () => {
      if (!(await boss.isInstalled())) return false;
      await revive(boss, session, kinds);
      await endLost(boss, session, kinds);
      await tidy(session, kinds);
      return true;
    },
    stop,
  };
}
