import type { SaidJob } from './said-job.ts';

/** The part of a job that is done, between 0 and 1; null where the end is not known. */
export function jobShare({ status, progress }: Pick<SaidJob, 'status' | 'progress'>): number | null {
  if (status === 'done') return 1;
  if (status !== 'running' || !progress?.total) return null;
  return Math.min(1, Math.max(0, progress.done / progress.total));
}
