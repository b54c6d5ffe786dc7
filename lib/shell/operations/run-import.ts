import { requirePermission } from '#auth';
import {
  type Batch,
  beginBatch,
  type Claim,
  claimBatch,
  type Database,
  dropSpool,
  failBatch,
  findBatch,
  forgetRejects,
  type JobProgress,
  type Session,
  spooledFiles,
} from '#db';
import { assessBatch } from './assess-batch.ts';
import type { DeliveredFile } from './delivery.ts';
import { OperationError } from './errors.ts';
import { importDelivery } from './import-delivery.ts';
import { CancelledError } from './import-failure.ts';
import { refuseUnknownBatch } from './refuse-unknown-batch.ts';

/** How an import ended, with what it came to. */
export type ImportEnd = { batch: string } & Pick<
  Batch,
  'status' | 'rows' | 'inserted' | 'updated' | 'unchanged' | 'repeated' | 'rejected' | 'days'
>;

async function endOf(database: Database, id: string): Promise<ImportEnd> {
  const batch = refuseUnknownBatch(await findBatch(database, id), id);
  const { status, rows, inserted, updated, unchanged, repeated, rejected, days } = batch;
  return { batch: id, status, rows, inserted, updated, unchanged, repeated, rejected, days };
}

/** Told how far the import is, in bytes; throws where the work is to stop. */
type Report = (progress: JobProgress) => void;

type Running = { id: string; claim: Claim; report: Report };

/** The files that wait; where they do not any more, that is the batch's end. */
async function keptFiles(session: Session, { id, files }: Batch): Promise<DeliveredFile[]> {
  const names = files.map(({ name }) => name);
  try {
    return spooledFiles(id, names).map((source, index) => ({ source, sha256: files[index]?.sha256 ?? null }));
  } catch {
    await failBatch(session.database, id, { status: 'failed', error: { key: 'files.not_kept' }, at: session.now() });
    throw new OperationError('precondition_failed', 'the files of this import are no longer kept');
  }
}

/** One attempt from the beginning, whatever an attempt before may have left. */
async function attempt(session: Session, { id, claim, report }: Running): Promise<void> {
  const { database } = session;
  const batch = refuseUnknownBatch(await findBatch(database, id), id);
  await forgetRejects(database, id);
  await importDelivery(session, {
    ...{ id, claim, vendor: batch.vendor, options: batch.options, resumes: true },
    files: await keptFiles(session, batch),
    onProgress: ({ phase, bytesRead, bytesTotal }) => report({ done: bytesRead, total: bytesTotal, step: phase }),
  });
}

/**
 * Imports a delivery that waits for its turn. One that has ended is left alone, and one that is cancelled meanwhile has
 * ended. Throws where it failed, which is kept with the batch, or is to be tried again.
 */
export async function runImport(
  session: Session,
  { batch: id }: { batch: string },
  report: Report = () => {},
): Promise<ImportEnd> {
  requirePermission(session, 'change', 'imports');
  const { database } = session;
  refuseUnknownBatch(await findBatch(database, id), id);
  const claim = await claimBatch(database, id);
  try {
    if (await beginBatch(database, id, session.now()))
      await attempt(session, { id, claim, report }).catch((error: unknown) => {
        if (!(error instanceof CancelledError)) throw error;
      });
  } finally {
    await claim.release().catch(() => {});
  }
  const end = await endOf(database, id);
  if (end.status !== 'done') return end;
  await dropSpool(id);
  // What is said about the delivery must not undo that it is stored.
  await assessBatch(session, id).catch(() => {});
  return end;
}
