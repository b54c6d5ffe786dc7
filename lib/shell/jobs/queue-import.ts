import type { Session } from '#db';
import { enqueueIn } from './enqueue.ts';
import { kinds } from './kinds.ts';

/** Queues the import of a delivery that waits for its turn, and notes the job with the batch. */
export function queueImport(session: Session, id: string): Promise<{ id: string }> {
  return enqueueIn(kinds, session, { kind: 'import', input: { batch: id } });
}

/** Queues that a batch is undone, and notes the job with the batch. */
export function queueUndo(session: Session, id: string): Promise<{ id: string }> {
  return enqueueIn(kinds, session, { kind: 'undo', input: { batch: id } });
}
