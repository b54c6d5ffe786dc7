import { setTimeout as sleep } from 'node:timers/promises';
import { config } from '#config';
import { openSession } from '#db';
import { translator } from '#format';
import en from '../../../messages/en.json' with { type: 'json' };
import { watcher } from './folder/watcher.ts';

/** A file that is as it was so long before is complete. */
const LOOK_MS = 2_000;

type Watching = { stop(): Promise<void> };

/** One watcher a process, whichever copy of this module a bundler made. */
const scope = globalThis as { breakevenWatching?: Watching | undefined };

/** The same trouble is said once, not at every look. */
function sayOnce(): { trouble: (error: unknown) => void } {
  let said = '';
  return {
    trouble: (error) => {
      const trouble = error instanceof Error ? error.message : String(error);
      if (trouble !== said) process.stderr.write(`the watched folder waits: ${trouble}\n`);
      said = trouble;
    },
  };
}

function keepWatching(root: string): Watching {
  const { host, port } = config();
  const leaving = new AbortController();
  const { trouble } = sayOnce();
  const { look } = watcher({
    root,
    trouble,
    open: openSession,
    say: translator(en, 'en'),
    address: (batch) => `http://${host.includes(':') ? `[${host}]` : host}:${port}/imports/${batch}`,
  });
  async function run(): Promise<void> {
    while (!leaving.signal.aborted) {
      await look().catch(trouble);
      await sleep(LOOK_MS, undefined, { signal: leaving.signal }).catch(() => {});
    }
  }
  const over = run();
  return {
    stop: () => {
      leaving.abort();
      return over;
    },
  };
}

/**
 * Watches the folder of the settings from now on, where they name one, and returns at once; the signals that end the
 * process end it too. The database is asked only where there is a file.
 */
export function startWatching(): void {
  const { watchDir } = config();
  if (watchDir === null || scope.breakevenWatching) return;
  scope.breakevenWatching = keepWatching(watchDir);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stopWatching());
}

/** Looks no more, after the look that is under way. */
export async function stopWatching(): Promise<void> {
  const watching = scope.breakevenWatching;
  scope.breakevenWatching = undefined;
  await watching?.stop();
}
