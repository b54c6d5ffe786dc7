import { randomUUID } from 'node:crypto';
import { requirePermission } from '#auth';
import { type BatchOptions, claimBatch, createBatch, type Session } from '#db';
import type { SourceFile } from '#imports';
import { importDelivery } from './import-delivery.ts';
import type { ImportProgress, ImportResult } from './import-result.ts';

export type ImportInput = BatchOptions & {
  /** Names the batch beforehand, so that its progress can be asked for. */
  id?: string;
  files: readonly SourceFile[];
  vendor: string | null;
  onProgress?: (progress: ImportProgress) => void;
};

/**
 * Imports call logs while the caller waits: reads and checks them row by row into a staging table, then stores calls,
 * roll-up and verdicts in one transaction. Rows that are no calls are kept as rejects with the reason and never stop the
 * good ones, unless `strict`. A file that is unusable, or a fault on the way, leaves nothing behind but the failed batch
 * and its reason.
 */
export async function importCalls(session: Session, input: ImportInput): Promise<ImportResult> {
  requirePermission(session, 'change', 'imports');
  const { id = randomUUID(), files, vendor, onProgress = () => {}, ...options } = input;
  const { database } = session;
  const claim = await claimBatch(database, id);
  try {
    await createBatch(database, {
      ...{ id, vendor, options, source: 'command', status: 'running' },
      files: files.map(({ name, size }) => ({ name, size, sha256: null })),
      actor: session.actor.id,
      startedAt: session.now(),
    });
    return await importDelivery(session, { id, claim, vendor, options, files, onProgress });
  } finally {
    await claim.release();
  }
}
