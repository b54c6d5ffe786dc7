import { requirePermission } from '#auth';
import { findBatch, type Session } from '#db';
import { OperationError } from './errors.ts';
import { refuseUnknownBatch } from './refuse-unknown-batch.ts';
import type { Progress } from './rerate-changed.ts';

/** What an undone import left behind: calls that are gone, and calls that are again what another import says. */
export type UndoneImport = { batch: string; removed: number; restored: number; days: number };

/**
 * Undoes an import: every call is again what the other imports say of it, and figures follow. Throws OperationError
 * where it was not done.
 */
export async function undoImport(
  session: Session,
  { batch: id }: { batch: string },
  _report: Progress = () => {},
): Promise<UndoneImport> {
  requirePermission(session, 'change', 'imports');
  refuseUnknownBatch(await findBatch(session.database, id), id);
  throw new OperationError('precondition_failed', 'imports cannot be undone yet');
}
