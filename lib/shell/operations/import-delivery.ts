import {
  beginTouched,
  bytesOf,
  type Db,
  describeBatch,
  failBatch,
  forgetRejects,
  idsByCode,
  interruptible,
  type OwnDatabase,
  onOwnConnection,
  openStore,
  requeueBatch,
  type Session,
  settleCalls,
  takeTurn,
} from '#db';
import { type ImportOptions, UnusableFileError } from '#imports';
import { endRead, type StoredDelivery, storeRead } from './commit-delivery.ts';
import { batchFiles, type Delivery, inOneGo } from './delivery.ts';
import { OperationError } from './errors.ts';
import { CancelledError, FailedImportError, failureOf, isInterruption } from './import-failure.ts';
import { importNotes, type Notes } from './import-notes.ts';
import type { ImportResult } from './import-result.ts';
import { factsOf, type Reading, readDelivery, readingOptions } from './read-delivery.ts';
import { type Checked, checkDelivery, recogniseDelivery } from './recognise-delivery.ts';
import { rejectIssue } from './whole-file.ts';

/** `strict` takes all rows or none; what is told of the files is kept with the rejects, which are to be mended. */
async function refuseRejects({ database }: Session, { id, options, files }: Delivery, reading: Reading): Promise<void> {
  const { rows, rejected, first } = reading;
  if (!options.strict || rejected === 0) return;
  await describeBatch(database, id, factsOf(reading));
  throw new OperationError(
    'validation',
    `${files.map(({ source }) => source.name).join(', ')}: ${rejected} of ${rows} rows are rejected, and --strict takes all or nothing`,
    first.map(rejectIssue),
  );
}

/** Waits for this import's turn among those of its vendor. */
async function waitForTurn({ database }: Session, { claim, vendor }: Delivery, notes: Notes): Promise<void> {
  await notes.enter('waiting');
  const work = () => takeTurn(claim, vendor);
  await interruptible(database, { worker: claim.sql, check: notes.look, work });
}

type Attempt = { delivery: Delivery; options: ImportOptions; checked: Checked; notes: Notes };

/** Reads a delivery into a store that its transaction holds open, and stores the rest. */
async function readAndStore(
  session: Session,
  { delivery, options, notes }: Attempt,
  { own, tx }: { own: OwnDatabase; tx: Db },
): Promise<{ reading: Reading; stored: StoredDelivery }> {
  const { id, vendor } = delivery;
  // Before the store: while it sends, the connection is its own.
  await beginTouched(tx);
  const store = openStore({ own, tx, batchId: id, vendor, ids: await idsByCode(session.database) });
  try {
    const reading = await readDelivery(session, delivery, { store, options, notes });
    await refuseRejects(session, delivery, reading);
    return { reading, stored: await storeRead(session, tx, { store, notes }) };
  } finally {
    await store.settled();
  }
}

/** Reads and stores a delivery in one transaction, on a connection that can copy; all of it or nothing. */
async function readAndCommit(session: Session, attempted: Attempt): Promise<Omit<ImportResult, 'seconds'>> {
  const { delivery, checked, notes } = attempted;
  const { id } = delivery;
  const own = await onOwnConnection(session.database);
  try {
    const { reading, stored } = await inOneGo(own, {
      notes,
      work: (tx) => readAndStore(session, attempted, { own, tx }),
      end: (tx, done) => endRead(tx, id, { ...done, checked, at: session.now() }),
    });
    const { rows, calls, notCalls, rejected, first } = reading;
    const { committed: _, ...counts } = stored;
    const { format, warnings } = factsOf(reading);
    return {
      ...{ batch: id, rows, calls, notCalls, rejected, ...counts },
      ...{ format, warnings, rejects: first, repeatOf: null },
    };
  } finally {
    await own.close().catch(() => {});
  }
}

async function attempt(session: Session, delivery: Delivery): Promise<Omit<ImportResult, 'seconds'>> {
  const notes = importNotes(session, { ...delivery, bytesTotal: bytesOf(batchFiles(delivery.files)) });
  await waitForTurn(session, delivery, notes);
  await notes.enter('checking');
  const options = await readingOptions(session, delivery);
  const checked = await checkDelivery(delivery, options, notes);
  const repeat = await recogniseDelivery(session, delivery, { checked, notes });
  return repeat ?? readAndCommit(session, { delivery, options, checked, notes });
}

/** Keeps with a batch how it ended without a call, or why it waits again. */
async function keepFailure({ database, now }: Session, { id, resumes }: Delivery, failure: unknown): Promise<void> {
  const error = failureOf(failure);
  if (failure instanceof CancelledError) {
    await forgetRejects(database, id);
    await failBatch(database, id, { status: 'cancelled', error, at: now() });
  } else if (resumes && isInterruption(failure)) await requeueBatch(database, id, error);
  else await failBatch(database, id, { status: 'failed', error, at: now() });
}

/** What whoever waits for the import is given: a refusal, an interruption, or a failure in words for people. */
function thrown(failure: unknown, { resumes }: Delivery): unknown {
  if (failure instanceof OperationError || failure instanceof UnusableFileError) return failure;
  return resumes && isInterruption(failure) ? failure : new FailedImportError(failure);
}

/** Imports a batch's files; whatever stops it is kept with the batch, and nothing else is. */
export async function importDelivery(session: Session, delivery: Delivery): Promise<ImportResult> {
  const clock = performance.now();
  try {
    const result = await attempt(session, delivery);
    // The calls are stored; what makes the next query quicker is no reason to fail.
    await settleCalls(session.database, result).catch(() => {});
    return { ...result, seconds: (performance.now() - clock) / 1000 };
  } catch (error) {
    // Where the database is gone, whoever opens it next finds the batch without a process.
    await keepFailure(session, delivery, error).catch(() => {});
    throw thrown(error, delivery);
  }
}
