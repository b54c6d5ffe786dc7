import {
  type Batch,
  copyRejects,
  type Db,
  findBatch,
  finishBatch,
  listRejects,
  nextCommitted,
  repeatedBatch,
  type Session,
} from '#db';
import type { Text } from '#format';
import type { ImportOptions, Reject } from '#imports';
import { batchFiles, type DeliveredFile, type Delivery, inOneGo } from './delivery.ts';
import { contentHash, fingerprintOf } from './fingerprint.ts';
import { CancelledError } from './import-failure.ts';
import type { Notes } from './import-notes.ts';
import type { ImportResult } from './import-result.ts';
import { SHOWN_REJECTS } from './read-delivery.ts';

/** Reads what was not hashed while it came in. */
async function hashed(files: readonly DeliveredFile[], notes: Notes): Promise<DeliveredFile[]> {
  const done: DeliveredFile[] = [];
  let bytesRead = 0;
  for (const { source, sha256 } of files) {
    const read = (bytes: number) => {
      bytesRead += bytes;
      return notes.count({ rows: 0, rejected: 0, bytesRead });
    };
    done.push({ source, sha256: sha256 ?? (await contentHash(source, read)) });
  }
  await notes.count({ rows: 0, rejected: 0, bytesRead: 0 });
  return done;
}

/** A delivery that has been looked at: its files with their hashes, and what it is known by when it comes again. */
export type Checked = { files: DeliveredFile[]; fingerprint: string | null };

/** Finds out what a delivery is known by. */
export async function checkDelivery({ files, options: { strict } }: Delivery, options: ImportOptions, notes: Notes) {
  const own = await hashed(files, notes);
  const hashes = own.map(({ sha256 }) => sha256);
  return { files: own, fingerprint: fingerprintOf(hashes, options, strict) } satisfies Checked;
}

/** What a delivery comes to that repeats a batch: nothing changes, and what was rejected then is now. */
function repeated({ inserted, updated, unchanged, ...batch }: Batch) {
  const { rows, calls, notCalls, rejected, repeated, format } = batch;
  const counts = { rows, calls, notCalls, rejected, repeated, inserted: 0, updated: 0, days: 0 };
  return { ...counts, unchanged: inserted + updated + unchanged, format, repeatOf: batch.id };
}

async function finishRepeat(tx: Db, { id, of }: { id: string; of: Batch }, { files, fingerprint }: Checked, at: Date) {
  await copyRejects(tx, { from: of.id, to: id });
  const { documents, metrics, bytesRead } = of;
  const warnings = of.warnings as Text[];
  const isDone = await finishBatch(tx, id, {
    ...repeated(of),
    ...{ documents, metrics, warnings, bytesRead, fingerprint, finishedAt: at },
    files: batchFiles(files),
    committed: await nextCommitted(tx),
  });
  if (!isDone) throw new CancelledError();
  return { ...repeated(of), warnings };
}

/**
 * Ends a delivery at once whose content and way of reading are those of a batch that still stands as it was imported.
 * Null where there is none, and the delivery must be read.
 */
export async function recogniseDelivery(
  session: Session,
  { id, vendor, claim }: Delivery,
  { checked, notes }: { checked: Checked; notes: Notes },
): Promise<Omit<ImportResult, 'seconds'> | null> {
  const { fingerprint } = checked;
  if (fingerprint === null) return null;
  const result = await inOneGo(session, { claim, notes }, async (tx) => {
    const earlier = await repeatedBatch(tx, { fingerprint, vendor });
    const of = earlier === null ? null : await findBatch(tx, earlier);
    return of && finishRepeat(tx, { id, of }, checked, session.now());
  });
  if (!result) return null;
  const rejects = await listRejects(session.database, id, { take: SHOWN_REJECTS });
  return { batch: id, ...result, rejects: rejects as Reject[] };
}
