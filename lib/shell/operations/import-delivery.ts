import {
  type BatchOptions,
  type BatchPhase,
  beginTouched,
  type Claim,
  commitStaged,
  dropStaging,
  failBatch,
  finishBatch,
  forgetRejects,
  idsByCode,
  noteProgress,
  openStaging,
  refreshTouched,
  rematchRevenue,
  type Session,
  type Staging,
  settleCalls,
} from '#db';
import type { SourceFile } from '#imports';
import { OperationError } from './errors.ts';
import { CancelledError, failureOf } from './import-failure.ts';
import type { ImportProgress, ImportResult } from './import-result.ts';
import { judgeAll } from './judge-vendors.ts';
import {
  documentsOf,
  formatOf,
  metricsOf,
  nothingRead,
  type Reading,
  readDelivery,
  readingOptions,
  warningsOf,
} from './read-delivery.ts';
import { rejectIssue } from './whole-file.ts';

/** A batch whose record says that it runs, what is to be imported of it, and the connection that it has for itself. */
export type Delivery = {
  id: string;
  claim: Claim;
  vendor: string | null;
  options: BatchOptions;
  files: readonly SourceFile[];
  /** Told how far it is; throws where the work is to stop. */
  onProgress: (progress: ImportProgress) => void;
};

const PROGRESS_MS = 250;

/** Bytes of a delivery; null where they are not known before. */
function sizeOf(files: readonly SourceFile[]): number | null {
  return files.reduce<number | null>((all, { size }) => (all === null || size === null ? null : all + size), 0);
}

type Noted = (phase: BatchPhase, reading: Reading, always?: boolean) => Promise<void>;

/**
 * Tells the caller and the batch's own record how far the import has come, a few times a second; throws where it is to
 * be cancelled. While COPY has the import's own connection the pool's serve; afterwards only its own, since the pool's
 * may all be waiting for this one.
 */
function noting({ database }: Session, { id, files, claim, onProgress }: Delivery): Noted {
  const bytesTotal = sizeOf(files);
  let last = 0;
  return async (phase, { rows, rejected, bytesRead }, always = false) => {
    const now = performance.now();
    if (!always && now - last < PROGRESS_MS) return;
    last = now;
    onProgress({ phase, rows, rejected, bytesRead, bytesTotal });
    const sql = phase === 'reading' || phase === 'joining' ? database.sql : claim.sql;
    if (!(await noteProgress(sql, id, { phase, rows, rejected, bytesRead }))) throw new CancelledError();
  };
}

/** Calls, roll-up, verdicts and the batch's own end: all of them or none. */
async function commit(session: Session, { id }: Delivery, { reading, note }: { reading: Reading; note: Noted }) {
  const { rows, calls, notCalls, rejected, bytesRead } = reading;
  const warnings = warningsOf(reading);
  const format = formatOf(reading);
  return session.database.transaction(async (tx) => {
    await note('storing', reading, true);
    await beginTouched(tx);
    const stored = await commitStaged(tx, id);
    await rematchRevenue(tx);
    await note('rolling_up', reading, true);
    const { days } = await refreshTouched(tx);
    await note('judging', reading, true);
    if (days > 0) await judgeAll(tx, session.now());
    const counts = { rows, calls, notCalls, rejected, ...stored, days };
    const facts = { format, warnings, metrics: metricsOf(reading), documents: documentsOf(reading) };
    if (!(await finishBatch(tx, id, { ...counts, ...facts, bytesRead, finishedAt: session.now() })))
      throw new CancelledError();
    return { ...counts, format, warnings, repeatOf: null };
  });
}

/** `strict` takes all rows or none. */
function refuseRejects({ options, files }: Delivery, { rows, rejected, first }: Reading): void {
  if (!options.strict || rejected === 0) return;
  throw new OperationError(
    'validation',
    `${files.map(({ name }) => name).join(', ')}: ${rejected} of ${rows} rows are rejected, and --strict takes all or nothing`,
    first.map(rejectIssue),
  );
}

/** Reads, checks and stores a delivery; what it staged is gone afterwards, whatever came of it. */
async function attempt(session: Session, delivery: Delivery): Promise<Omit<ImportResult, 'seconds'>> {
  const { id, claim } = delivery;
  const { database } = session;
  const note = noting(session, delivery);
  let staging: Staging | null = null;
  try {
    await note('reading', nothingRead(), true);
    staging = await openStaging(claim, id, await idsByCode(database));
    const options = await readingOptions(session, delivery);
    const onRead = (reading: Reading, phase: BatchPhase) => note(phase, reading);
    const reading = await readDelivery(session, delivery, { staging, options, onRead });
    refuseRejects(delivery, reading);
    const stored = await commit(session, delivery, { reading, note });
    return { batch: id, ...stored, rejects: reading.first };
  } catch (error) {
    await staging?.abort(error instanceof Error ? error : new Error(String(error)));
    throw error;
  } finally {
    await dropStaging(database, id);
  }
}

/** Imports a batch's files; whatever stops it is kept with the batch, and nothing else is. */
export async function importDelivery(session: Session, delivery: Delivery): Promise<ImportResult> {
  const { id } = delivery;
  const clock = performance.now();
  try {
    const result = await attempt(session, delivery);
    await settleCalls(session.database, result);
    return { ...result, seconds: (performance.now() - clock) / 1000 };
  } catch (error) {
    const status = error instanceof CancelledError ? 'cancelled' : 'failed';
    if (status === 'cancelled') await forgetRejects(session.database, id);
    await failBatch(session.database, id, { status, error: failureOf(error), at: session.now() });
    throw error;
  }
}
