import { requirePermission } from '#auth';
import { findJob, type JobProgress, type JobStatus, type Session } from '#db';
import type { Text } from '#format';

/** Why a job failed, or its last attempt where it is queued again. */
type JobFailure = { message: string | Text; issues: { path: string; message: string | Text }[] };

/** A job in the background as its asker watches it; what its result holds, its kind knows. */
export type JobView = {
  id: string;
  kind: string;
  status: JobStatus;
  progress: JobProgress | null;
  result: unknown;
  error: JobFailure | null;
};

/** How far a job has come, or what it came to; null where there is none of this id. */
export async function jobView(session: Session, id: string): Promise<JobView | null> {
  requirePermission(session, 'view', 'jobs');
  const job = await findJob(session.database, id);
  if (job === null) return null;
  const { kind, status, progress, result } = job;
  return { id, kind, status, progress, result, error: job.error as JobFailure | null };
}
