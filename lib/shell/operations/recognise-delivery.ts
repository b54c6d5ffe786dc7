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

type Repeat = { of: Batch; committed: number };

/** The batch that a delivery repeats, and the delivery's own place after it. */
async function repeatIn(tx: Db, id: string, known: { fingerprint: string; vendor: string | null }) {
  const earlier = await repeatedBatch(tx, known);
  const of = earlier === null ? null : await findBatch(tx, earlier);
  if (!of) return null;
  await copyRejects(tx, { from: of.id, to: id });
  return { of, committed: await nextCommitted(tx) };
}

/** Records the end of a delivery that repeats a batch. */
function endRepeat(tx: Db, id: string, { of, committed, files, fingerprint, at }: Repeat & Checked & { at: Date }) {
  const { documents, metrics, bytesRead } = of;
  return finishBatch(tx, id, {
    ...{ ...repeated(of), documents, metrics, bytesRead, committed, fingerprint, finishedAt: at },
    warnings: of.warnings as Text[],
    files: batchFiles(files),
  });
}

/**
 * Ends a delivery at once whose content and way of reading are those of a batch that still stands as it was imported.
 * Null where there is none, and the delivery must be read.
 */
export async function recogniseDelivery(
  session: Session,
  { id, vendor }: Delivery,
  { checked, notes }: { checked: Checked; notes: Notes },
): Promise<Omit<ImportResult, 'seconds'> | null> {
  const { fingerprint } = checked;
  if (fingerprint === null) return null;
  const repeat = await inOneGo(session.database, {
    notes,
    work: (tx) => repeatIn(tx, id, { fingerprint, vendor }),
    end: async (tx, found) => found === null || endRepeat(tx, id, { ...found, ...checked, at: session.now() }),
  });
  if (!repeat) return null;
  const rejects = (await listRejects(session.database, id, { take: SHOWN_REJECTS })) as Reject[];
  return { batch: id, ...repeated(repeat.of), rejects, warnings: repeat.of.warnings as Text[] };
}
