import { requirePermission } from '#auth';
import { countBatch, keepAssessment, keepUnassessable, nextUnassessed, type Session } from '#db';
import { assess } from '#quality';

/** Counts what a committed batch says of its calls, and keeps what is to be said of it with the batch; else does nothing. */
export async function assessBatch(session: Session, id: string): Promise<void> {
  requirePermission(session, 'change', 'imports');
  const facts = await countBatch(session.database, id, session.now());
  if (facts) await keepAssessment(session.database, id, assess(facts));
}

/**
 * Assesses the newest done batch that nobody has assessed: one that a command imported, or whose process was killed in
 * between. One that cannot be is not tried again until somebody asks for it. Returns whether there was one.
 */
export async function assessNext(session: Session): Promise<boolean> {
  requirePermission(session, 'change', 'imports');
  const id = await nextUnassessed(session.database, session.now());
  if (id === null) return false;
  try {
    await assessBatch(session, id);
  } catch (error) {
    await keepUnassessable(session.database, id);
    throw error;
  }
  return true;
}
