import { setTimeout as sleep } from 'node:timers/promises';
import { withClient } from './client.ts';
import type { Database, Sql } from './database.ts';

const LOOK_MS = 250;

type Watched<T> = {
  /** The connection that the work uses. */
  worker: Sql;
  /** Throws where the work is to stop; uses another connection. */
  check: () => Promise<void>;
  work: () => Promise<T>;
};

/** Ends the statement that a process of the server is at, on a connection made for it: the others may be gone. */
async function endStatement({ url }: Pick<Database, 'url'>, pid: number | undefined): Promise<void> {
  await withClient(url, (client) => client.query('select pg_cancel_backend($1)', [pid]));
}

/**
 * Does work that waits for long statements, and looks meanwhile whether it is to stop: then the statement under way is
 * ended, and what `check` threw is thrown. The watching is over before this returns, so nothing else of that
 * connection is ever ended.
 */
export async function interruptible<T>(
  database: Pick<Database, 'url'>,
  { worker, check, work }: Watched<T>,
): Promise<T> {
  const [own] = await worker.query<{ pid: number }>('select pg_backend_pid() as pid');
  const over = new AbortController();
  let stopped: { reason: unknown } | null = null;
  const watch = async () => {
    for (;;) {
      await sleep(LOOK_MS, undefined, { signal: over.signal }).catch(() => {});
      if (over.signal.aborted) return;
      if (!stopped)
        await check().catch((reason: unknown) => {
          stopped = { reason };
        });
      if (stopped && !over.signal.aborted) await endStatement(database, own?.pid).catch(() => {});
    }
  };
  const watching = watch();
  const done = await work().then(
    (value) => ({ value }),
    (reason: unknown) => ({ reason }),
  );
  over.abort();
  await watching;
  if (stopped) throw (stopped as { reason: unknown }).reason;
  if ('reason' in done) throw done.reason;
  return done.value;
}
