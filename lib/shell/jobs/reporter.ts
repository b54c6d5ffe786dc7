import { setTimeout as sleep } from 'node:timers/promises';
import { type JobProgress, noteJobProgress, type Sql } from '#db';
import { InterruptedError } from '#operations';
import type { Report } from './kind.ts';

const PROGRESS_MS = 250;

type Reporting = { report: Report; close: () => void };

/**
 * Writes a job's progress on the attempt's own connection, which no transaction of the job's waits for: at once, then
 * always the newest, a few times a second. A write that fails is no matter, the next one says more.
 */
export function reporter(sql: Sql, id: string, signal: AbortSignal): Reporting {
  let newest: JobProgress | null = null;
  let isWriting = false;
  const write = async () => {
    isWriting = true;
    for (let next = newest; next; next = newest) {
      newest = null;
      await noteJobProgress(sql, id, next).catch(() => {});
      await sleep(PROGRESS_MS);
    }
    isWriting = false;
  };
  return {
    report: (progress) => {
      // Its process is leaving, or the queue has given the job to another attempt.
      if (signal.aborted) throw new InterruptedError('the job is to stop');
      newest = progress;
      if (!isWriting) void write();
    },
    close: () => {
      newest = null;
    },
  };
}
