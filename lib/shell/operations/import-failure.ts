import type { Text } from '#format';
import { UnusableFileError } from '#imports';
import { InterruptedError, OperationError } from './errors.ts';

/** An import that somebody cancelled; nothing of it is left but its batch. */
export class CancelledError extends OperationError {
  constructor() {
    super('conflict', 'the import was cancelled');
  }
}

/** What is kept with a batch that was cancelled. */
export const cancelled: Text = { key: 'files.cancelled' };

/** What went wrong, with the codes that PostgreSQL and the disk give; Prisma puts them into its own sentence. */
function traceOf(error: unknown): string {
  const { code = '', message = '' } = error as { code?: unknown; message?: unknown };
  return `${String(code)} ${String(message)}`;
}

/** Whether the disk that the database lies on is full. */
const isDatabaseFull = (error: unknown) => /\b53100\b|could not (extend|write to) file/.test(traceOf(error));

/** Whether the disk that deliveries wait on is full. */
export const isDiskFull = (error: unknown): boolean => /\bENOSPC\b/.test(traceOf(error));

/** Whether the database went away under the work: its server, or this connection. */
const isDatabaseGone = (error: unknown) =>
  /ECONNREFUSED|ECONNRESET|EPIPE|Connection terminated|Connection ended|not queryable|\b57P0[1-4]\b|\bP1001\b|\bP1017\b/.test(
    traceOf(error),
  );

/** Whether nothing is wrong with the work itself, so that it is to be tried again. */
export function isInterruption(error: unknown): boolean {
  return error instanceof InterruptedError || isDatabaseGone(error);
}

/** What a person is told of an import that failed; also kept with the batch. */
export function failureOf(error: unknown): Text {
  if (error instanceof UnusableFileError) return error.sentence;
  if (error instanceof CancelledError) return cancelled;
  if (error instanceof InterruptedError) return { key: 'files.interrupted' };
  if (isDatabaseFull(error)) return { key: 'files.database_full' };
  if (isDiskFull(error)) return { key: 'files.disk_full' };
  if (isDatabaseGone(error)) return { key: 'files.database_gone' };
  return { key: 'files.failed', values: { message: error instanceof Error ? error.message : String(error) } };
}

/** An import that failed for a reason that lies neither in its files nor in what was asked for. */
export class FailedImportError extends Error {
  override readonly name = 'FailedImportError';
  readonly sentence: Text;
  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.sentence = failureOf(cause);
  }
}
