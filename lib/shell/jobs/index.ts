/**
 * Work in the background: a queue that survives its processes (pg-boss, in a schema of its own), a worker in every
 * server process, and a record of each job that people can watch (`jobView`). A new kind of work is one line in
 * `kinds.ts`: its name, whose permission it needs, a zod schema of its JSON input, and the ONE operation that does it:
 *
 *     recompute: defineKind({ resource: 'declarations', input: z.object({ vendor: z.string() }), run: changeContract }),
 *
 * A kind may run several at once (`parallel`), have turns that run strictly one after the other (`inTurn`: an import's is
 * its vendor), and see to what its own records say is to be done and no job does (`tidy`).
 * An operation that runs here is idempotent (a process that is killed leaves the job to the next one, from its start)
 * and calls `report` a few times a second at least where it can. An OperationError ends the job with its issues; any
 * other error is tried twice again.
 * Does not own: what the work is (#operations), how its progress is shown (app/_components/jobs). The command line runs
 * operations directly.
 */
import type { Session } from '#db';
import { enqueueIn } from './enqueue.ts';
import { type InputOf, type KindName, kinds } from './kinds.ts';
import { queueImportIn, queueUndoIn } from './queue-import.ts';

export { defineKind, type Json, type Report } from './kind.ts';
export type { InputOf, KindName } from './kinds.ts';
export { startWorkers, stopWorkers } from './server.ts';

/** Records a job of a kind and queues it, both or neither; it is run by whichever server process is free first. */
export function enqueue<Name extends KindName>(
  session: Session,
  kind: Name,
  input: InputOf<Name>,
): Promise<{ id: string }> {
  return enqueueIn(kinds, session, { kind, input });
}

/**
 * Queues the import of a delivery that waits for its turn, and notes the job with the batch; one that has a job keeps
 * it. Throws OperationError where it does not wait.
 */
export function queueImport(session: Session, id: string): Promise<{ id: string }> {
  return queueImportIn(kinds, session, id);
}

/** Queues that an import is undone, and notes the job with its batch. Throws OperationError where it is not done. */
export function queueUndo(session: Session, id: string): Promise<{ id: string }> {
  return queueUndoIn(kinds, session, id);
}
