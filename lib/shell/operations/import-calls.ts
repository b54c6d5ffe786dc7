import { randomUUID } from 'node:crypto';
import { requirePermission } from '#auth';
import { type BatchOptions, claimBatch, createBatch, dropSpool, type Session } from '#db';
import type { SourceFile } from '#imports';
import { batchFiles } from './delivery.ts';
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
 * Imports call logs while the caller waits: reads and checks them row by row, and stores calls, roll-up and verdicts in
 * one transaction. Rows that cannot be read are kept as rejects with the reason and never stop the good ones, unless
 * `strict`. A file that is unusable, or a fault on the way, leaves nothing behind but the failed batch and its reason.
 */
export async function importCalls(session: Session, input: ImportInput): Promise<ImportResult> {
  requirePermission(session, 'change', 'imports');
  const { id = randomUUID(), files, vendor, onProgress = () => {}, ...options } = input;
  const { database } = session;
  const claim = await claimBatch(database, id);
  try {
    const delivered = files.map((source) => ({ source, sha256: null }));
    await createBatch(database, {
      ...{ id, vendor, options, source: 'command', status: 'running' },
      files: batchFiles(delivered),
      actor: session.actor.id,
      startedAt: session.now(),
    });
    const delivery = { id, claim, vendor, options, files: delivered, resumes: false, onProgress };
    const result = await importDelivery(session, delivery);
    await dropSpool(id);
    return result;
  } finally {
    await claim.release().catch(() => {});
  }
}
