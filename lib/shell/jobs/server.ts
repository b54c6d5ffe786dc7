import { openedDatabase, openSession } from '#db';
import { keepWorking, type Working } from './keep-working.ts';
import { kinds } from './kinds.ts';
import { pace } from './queue.ts';

/** One worker a process, whichever copy of this module a bundler made. */
const scope = globalThis as { breakevenWorkers?: Working | undefined };

/** Runs queued jobs in this process from now on, and returns at once; the signals that end the process end it too. */
export function startWorkers(): void {
  if (scope.breakevenWorkers) return;
  scope.breakevenWorkers = keepWorking({ open: openSession, opened: openedDatabase, kinds, pace });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stopWorkers());
}

/** Gives back what is being run and stops. */
export async function stopWorkers(): Promise<void> {
  const working = scope.breakevenWorkers;
  scope.breakevenWorkers = undefined;
  await working?.stop();
}
