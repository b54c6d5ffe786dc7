import { requirePermission } from '#auth';
import {
  beginBatch,
  claimBatch,
  type Database,
  dropSpool,
  dropStaging,
  findBatch,
  forgetRejects,
  requeueBatch,
  type Session,
  spooledFiles,
} from '#db';
import { assessBatch } from './assess-batch.ts';
import { importDelivery } from './import-delivery.ts';
import { CancelledError } from './import-failure.ts';
import type { ImportProgress } from './import-result.ts';
import { refuseUnknownBatch } from './refuse-unknown-batch.ts';
import type { Progress } from './rerate-changed.ts';

/** How an import ended, with what it came to. */
export type ImportEnd = {
  batch: string;
  status: string;
  rows: number;
  inserted: number;
  updated: number;
  unchanged: number;
  repeated: number;
  rejected: number;
  days: number;
};

async function endOf(database: Database, id: string): Promise<ImportEnd> {
  const batch = refuseUnknownBatch(await findBatch(database, id), id);
  const { status, rows, inserted, updated, unchanged, repeated, rejected, days } = batch;
  return { batch: id, status, rows, inserted, updated, unchanged, repeated, rejected, days };
}

/**
 * Imports a delivery that waits for its turn, from its beginning, whatever an attempt before may have left. One that has
 * ended is left alone. Throws where it failed; that is kept with the batch.
 */
export async function runImport(
  session: Session,
  { batch: id }: { batch: string },
  report: Progress = () => {},
): Promise<ImportEnd> {
  requirePermission(session, 'change', 'imports');
  const { database } = session;
  const claim = await claimBatch(database, id);
  try {
    if (await beginBatch(database, id, session.now())) {
      const { vendor, options, files } = refuseUnknownBatch(await findBatch(database, id), id);
      await dropStaging(database, id);
      await forgetRejects(database, id);
      const onProgress = ({ phase, bytesRead, bytesTotal }: ImportProgress) =>
        void report({ done: bytesRead, total: bytesTotal ?? 0, step: phase });
      await importDelivery(session, {
        ...{ id, claim, vendor, options, onProgress },
        files: spooledFiles(
          id,
          files.map(({ name }) => name),
        ),
      }).catch((error: unknown) => {
        if (!(error instanceof CancelledError)) throw error;
      });
    }
    const end = await endOf(database, id);
    if (end.status !== 'done') return end;
    await dropSpool(id);
    await assessBatch(session, id).catch(() => {});
    return end;
  } finally {
    await claim.release().catch(() => {});
  }
}
