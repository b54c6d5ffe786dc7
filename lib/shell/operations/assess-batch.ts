import { requirePermission } from '#auth';
import { countBatch, keepAssessment, type Session } from '#db';
import { assess } from '#quality';

/** Counts what a committed batch says of its calls, and keeps what is to be said of it with the batch; else does nothing. */
export async function assessBatch(session: Session, id: string): Promise<void> {
  requirePermission(session, 'change', 'imports');
  const facts = await countBatch(session.database, id, session.now());
  if (facts) await keepAssessment(session.database, id, assess(facts));
}
