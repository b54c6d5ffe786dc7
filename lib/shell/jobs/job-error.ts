import { ForbiddenError } from '#auth';
import type { Text } from '#format';
import { FailedImportError, type InputIssue, OperationError, UnusableFileError } from '#operations';

/** What is kept of a job that failed, or of its last attempt: a sentence, where the faults are, how many attempts. */
export type JobError = { message: string | Text; issues: readonly InputIssue[]; attempts: number };

/** An error that the work gave on purpose, which would come again however often it were tried; else null. */
export function refusalOf(error: unknown): Omit<JobError, 'attempts'> | null {
  if (error instanceof OperationError) return { message: error.message, issues: error.issues };
  if (error instanceof UnusableFileError || error instanceof FailedImportError)
    return { message: error.sentence, issues: [] };
  if (error instanceof ForbiddenError) return { message: error.message, issues: [] };
  return null;
}

/** What people are told of a fault of ours; the log has the rest under the same reference. */
export function faultOf(id: string, attempts: number): JobError {
  return { message: { key: 'jobs.failed', values: { attempts, reference: id } }, issues: [], attempts };
}

/** What people are told of a job whose process ended every time. */
export const interrupted: JobError = { message: { key: 'jobs.interrupted' }, issues: [], attempts: 0 };
