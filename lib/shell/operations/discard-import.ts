import { requirePermission } from '#auth';
import { deleteDraft, dropSpool, findBatch, type Session } from '#db';
import { OperationError } from './errors.ts';
import { refuseUnknownBatch } from './refuse-unknown-batch.ts';

/** Forgets a draft and its files. Throws OperationError where it is none. */
export async function discardImport(session: Session, id: string): Promise<void> {
  requirePermission(session, 'change', 'imports');
  const { status } = refuseUnknownBatch(await findBatch(session.database, id), id);
  if (!(await deleteDraft(session.database, id)))
    throw new OperationError('conflict', `the import is ${status}: only a draft can be discarded`);
  await dropSpool(id);
}
