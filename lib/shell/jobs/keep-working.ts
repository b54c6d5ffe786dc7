import { setTimeout as sleep } from 'node:timers/promises';
import type { Database, Session } from '#db';
import type { Kinds } from './kind.ts';
import type { Pace } from './queue.ts';
import { openWorker, type Worker } from './worker.ts';

type Around = {
  /** Opens the process's session, and with it its database. */
  open: () => Promise<Session>;
  /** The process's database as it is open now. */
  opened: () => Promise<Database | null>;
  kinds: Kinds;
  pace: Pace;
};

export type Working = { stop(): Promise<void> };

/** Whether the database answers. */
async function answers({ sql }: Database): Promise<boolean> {
  return sql.query('select 1').then(
    () => true,
    () => false,
  );
}

/**
 * Whether a worker can go on. A database that does not answer is waited for: whoever wants a page starts it again, at
 * an address that may be another, and somebody who stopped it on purpose wants it to be stopped.
 */
async function canGoOn(worker: Worker, opened: Around['opened']): Promise<boolean> {
  if (await answers(worker.database)) return worker.check();
  const now = await opened();
  return now === null || now === worker.database;
}

/** Keeps a worker at work until it is told to stop, whatever becomes of the database meanwhile. */
export function keepWorking({ open, opened, kinds, pace }: Around): Working {
  const leaving = new AbortController();
  let worker: Worker | null = null;
  let said = '';

  async function look(): Promise<void> {
    if (worker && !(await canGoOn(worker, opened))) {
      await worker.stop();
      worker = null;
    }
    if (!worker) {
      worker = await openWorker(await open(), kinds, pace);
      await worker.check();
    }
    said = '';
  }

  /** The same trouble is said once, not at every look. */
  function say(error: unknown): void {
    const trouble = error instanceof Error ? error.message : String(error);
    if (trouble !== said) process.stderr.write(`work in the background waits: ${trouble}\n`);
    said = trouble;
  }

  async function run(): Promise<void> {
    while (!leaving.signal.aborted) {
      await look().catch(say);
      await sleep(pace.watch * 1000, undefined, { signal: leaving.signal }).catch(() => {});
    }
    await worker?.stop();
  }

  const over = run();
  return {
    stop: () => {
      leaving.abort();
      return over;
    },
  };
}
