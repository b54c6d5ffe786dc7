import { requirePermission } from '#auth';
import { deleteDraft, deleteDraftsBefore, dropSpool, findBatch, type Session } from '#db';
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

/** So many days a draft is kept for somebody to decide on it. */
export const DRAFT_DAYS = 30;

/** Forgets the drafts that nobody has decided on in their time, and their files. */
export async function discardOldDrafts(session: Session): Promise<void> {
  requirePermission(session, 'change', 'imports');
  const before = new Date(session.now().getTime() - DRAFT_DAYS * 24 * 3_600_000);
  // Where this is killed in between, files of no batch are left, which are swept.
  for (const id of await deleteDraftsBefore(session.database, before)) await dropSpool(id);
}
