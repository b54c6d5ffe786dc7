import { setTimeout as sleep } from 'node:timers/promises';
import type { Sql } from './database.ts';

const LOOK_MS = 250;

type Watched<T> = {
  /** The connection that the work uses, and one that it does not. */
  worker: Sql;
  watcher: Sql;
  /** Throws where the work is to stop. */
  check: () => Promise<void>;
  work: () => Promise<T>;
};

/**
 * Does work that waits for long statements, and looks meanwhile whether it is to stop: then the statement under way is
 * ended, and what `check` threw is thrown. The watching is over before this returns, so nothing else of that
 * connection is ever ended.
 */
export async function interruptible<T>({ worker, watcher, check, work }: Watched<T>): Promise<T> {
  const [own] = await worker.query<{ pid: number }>('select pg_backend_pid() as pid');
  const over = new AbortController();
  let stopped: { reason: unknown } | null = null;
  const watch = async () => {
    for (;;) {
      await sleep(LOOK_MS, undefined, { signal: over.signal }).catch(() => {});
      if (over.signal.aborted) return;
      await check().catch((reason: unknown) => {
        stopped ??= { reason };
      });
      if (stopped && !over.signal.aborted)
        await watcher.query('select pg_cancel_backend($1)', [own?.pid]).catch(() => {});
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
