import { requirePermission } from '#auth';
import { type Batch, findBatch, jobless, noteBatchJob, type Session, sweepAbandoned, sweepSpool } from '#db';
import { assessNext, discardOldDrafts, OperationError } from '#operations';
import { enqueueIn } from './enqueue.ts';
import type { Kinds } from './kind.ts';

type Asked = { id: string };

async function batchOf(session: Session, id: string): Promise<Batch> {
  const batch = await findBatch(session.database, id);
  if (batch) return batch;
  throw new OperationError('not_found', `there is no import ${id}`);
}

/** A vendor's batches have one turn; one of no vendor in particular has its own. */
function ask(kinds: Kinds, session: Session, kind: 'import' | 'undo', { id, vendor }: Batch): Promise<Asked> {
  return enqueueIn(kinds, session, {
    ...{ kind, input: { batch: id }, turn: vendor ?? id },
    instead: (tx, job) => noteBatchJob(tx, id, { job, kind }),
  });
}

/** Queues an import as `queueImport` does, among these kinds. */
export async function queueImportIn(kinds: Kinds, session: Session, id: string): Promise<Asked> {
  requirePermission(session, 'change', 'imports');
  const batch = await batchOf(session, id);
  if (batch.status === 'queued') return ask(kinds, session, 'import', batch);
  // Whoever found it waiting may have asked first, and it may even have ended.
  if (batch.jobId !== null && batch.status !== 'undone') return { id: batch.jobId };
  throw new OperationError('conflict', `the import is ${batch.status}: it does not wait for its turn`);
}

/** Queues an undo as `queueUndo` does, among these kinds. */
export async function queueUndoIn(kinds: Kinds, session: Session, id: string): Promise<Asked> {
  requirePermission(session, 'change', 'imports');
  const batch = await batchOf(session, id);
  if (batch.status === 'done') return ask(kinds, session, 'undo', batch);
  throw new OperationError('conflict', `the import is ${batch.status}: only one that is done can be undone`);
}

/**
 * Makes records and jobs agree, whatever was killed in between: an import whose process died waits again or has failed,
 * one that waits without a job gets one, and drafts and files that nobody will ask for any more are deleted. One delivery that was
 * imported elsewhere is looked at for its quality.
 */
export async function tidyImports(session: Session, kinds: Kinds): Promise<void> {
  await sweepAbandoned(session.database, session.now());
  for (const id of await jobless(session.database)) await queueImportIn(kinds, session, id);
  await discardOldDrafts(session);
  await sweepSpool(session.database, session.now());
  await assessNext(session);
}
