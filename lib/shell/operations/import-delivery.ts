import {
  describeBatch,
  dropStaging,
  failBatch,
  forgetRejects,
  idsByCode,
  interruptible,
  openStaging,
  requeueBatch,
  type Session,
  type Staging,
  settleCalls,
  takeTurn,
} from '#db';
import { type ImportOptions, UnusableFileError } from '#imports';
import { commitDelivery } from './commit-delivery.ts';
import { type Delivery, sizeOf } from './delivery.ts';
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
  await interruptible({ worker: claim.sql, watcher: database.sql, check: notes.look, work });
}

type Attempt = { options: ImportOptions; checked: Checked; notes: Notes };

/** Reads a delivery and stores it; what it staged is gone afterwards, whatever came of it. */
async function readAndCommit(session: Session, delivery: Delivery, { options, checked, notes }: Attempt) {
  const { id, claim } = delivery;
  const { database } = session;
  let staging: Staging | null = null;
  try {
    staging = await openStaging(claim, id, await idsByCode(database));
    const reading = await readDelivery(session, delivery, { staging, options, notes });
    await refuseRejects(session, delivery, reading);
    return await commitDelivery(session, delivery, { reading, checked, notes });
  } catch (error) {
    await staging?.abort(error instanceof Error ? error : new Error(String(error)));
    throw error;
  } finally {
    // Where the database is gone, whoever comes next drops it.
    await dropStaging(database, id).catch(() => {});
  }
}

async function attempt(session: Session, delivery: Delivery): Promise<Omit<ImportResult, 'seconds'>> {
  const notes = importNotes(session, { ...delivery, bytesTotal: sizeOf(delivery.files) });
  await waitForTurn(session, delivery, notes);
  await notes.enter('checking');
  const options = await readingOptions(session, delivery);
  const checked = await checkDelivery(delivery, options, notes);
  const repeat = await recogniseDelivery(session, delivery, { checked, notes });
  return repeat ?? readAndCommit(session, delivery, { options, checked, notes });
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
