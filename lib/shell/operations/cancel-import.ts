import { requirePermission } from '#auth';
import { findBatch, requestCancel, type Session } from '#db';
import { OperationError } from './errors.ts';
import { cancelled } from './import-failure.ts';
import { refuseUnknownBatch } from './refuse-unknown-batch.ts';

/**
 * Cancels an import: one that waits at once, one that runs as soon as it notices. Nothing of it is left but its batch;
 * its files are kept for another try. Throws OperationError where it has ended.
 */
export async function cancelImport(session: Session, id: string): Promise<void> {
  requirePermission(session, 'change', 'imports');
  const { database } = session;
  const { status } = refuseUnknownBatch(await findBatch(database, id), id);
  if (await requestCancel(database, id, { error: cancelled, at: session.now() })) return;
  throw new OperationError('conflict', `the import is ${status}: there is nothing to cancel`);
}
