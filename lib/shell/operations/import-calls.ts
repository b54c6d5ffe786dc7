import { randomUUID } from 'node:crypto';
import { requirePermission } from '#auth';
import {
  type BatchPhase,
  beginTouched,
  type Claim,
  claimBatch,
  commitStaged,
  createBatch,
  dropStaging,
  idsByCode,
  keepRejects,
  listPrograms,
  noteProgress,
  openStaging,
  refreshTouched,
  type Session,
  type Staging,
  settleCalls,
  updateBatch,
  vendorWords,
} from '#db';
import type { Text } from '#format';
import {
  type FileFacts,
  type FormatName,
  type ImportOptions,
  type Mapping,
  type Reject,
  readCallLog,
  type SourceFile,
  UnusableFileError,
} from '#imports';
import { OperationError } from './errors.ts';
import { judgeAll } from './judge-vendors.ts';
import { fileWarnings, rejectIssue } from './whole-file.ts';

export type ImportProgress = {
  phase: BatchPhase;
  rows: number;
  rejected: number;
  bytesRead: number;
  bytesTotal: number | null;
};

export type ImportInput = {
  /** Names the batch beforehand, so that its progress can be asked for. */
  id?: string;
  files: readonly SourceFile[];
  vendor: string | null;
  program: string | null;
  timezone: string | null;
  format: FormatName | null;
  /** How the columns of a table are read that is no known log. */
  mapping: Mapping | null;
  /** Any reject undoes the whole batch. */
  strict: boolean;
  onProgress?: (progress: ImportProgress) => void;
};

export type ImportResult = {
  batch: string;
  format: string;
  rows: number;
  inserted: number;
  updated: number;
  unchanged: number;
  /** Rows whose id comes again further down the file: the last one stands. */
  repeated: number;
  rejected: number;
  /** The first of them; all are kept with the batch. */
  rejects: Reject[];
  days: number;
  seconds: number;
  warnings: Text[];
};

/** What a delivery is called by. */
function nameOf(files: readonly SourceFile[]): string {
  return files.map(({ name }) => name).join(', ');
}

/** Bytes of a delivery; null where they are not known before. */
function sizeOf(files: readonly SourceFile[]): number | null {
  return files.reduce<number | null>((all, { size }) => (all === null || size === null ? null : all + size), 0);
}

const SHOWN_REJECTS = 100;
const PROGRESS_MS = 250;

/** An import with its batch's id and the connection that it has for itself. */
type Claimed = { input: ImportInput; id: string; claim: Claim };

/** What has been read so far. */
type Reading = {
  rows: number;
  rejected: number;
  faults: number;
  first: Reject[];
  bytesRead: number;
  facts: FileFacts | null;
  repeatedHour: number;
};

/**
 * Tells the caller and the batch's own record how far the import has come, a few times a second. While COPY has the
 * import's own connection the pool's serve; afterwards only its own, since the pool's may all be waiting for this one.
 */
function reporter({ database }: Session, { input, id, claim }: Claimed) {
  const { onProgress, files } = input;
  const size = sizeOf(files);
  let last = 0;
  return async (phase: BatchPhase, { rows, rejected, bytesRead }: Reading, always = false): Promise<void> => {
    const now = performance.now();
    if (!always && now - last < PROGRESS_MS) return;
    last = now;
    onProgress?.({ phase, rows, rejected, bytesRead, bytesTotal: size });
    await noteProgress(phase === 'reading' ? database.sql : claim.sql, id, { phase, rows, rejected, bytesRead });
  };
}

async function readOptions(session: Session, input: ImportInput): Promise<ImportOptions> {
  const vendors = await vendorWords(session.database);
  const programs = new Map(
    (await listPrograms(session.database)).map(({ code, direction, currency, transferTime }) => [
      code,
      { direction, currency, transferTime },
    ]),
  );
  const { format, mapping, vendor, program, timezone } = input;
  return { format, mapping, vendor, program, timezone, vendors, programs, hashCustomer: session.hashCustomer };
}

type Reporter = ReturnType<typeof reporter>;

async function readInto(
  staging: Staging,
  session: Session,
  { input, id, report }: { input: ImportInput; id: string; report: Reporter },
): Promise<Reading> {
  const reading: Reading = { rows: 0, rejected: 0, faults: 0, first: [], bytesRead: 0, facts: null, repeatedHour: 0 };
  for await (const batch of readCallLog(input.files, await readOptions(session, input))) {
    await staging.write(batch.calls);
    await keepRejects(session.database, id, batch.rejects, reading.faults);
    reading.rows += batch.rows;
    reading.rejected += batch.rejected;
    reading.faults += batch.rejects.length;
    reading.first.push(...batch.rejects.slice(0, SHOWN_REJECTS - reading.first.length));
    reading.bytesRead = batch.bytesRead;
    reading.repeatedHour += batch.repeatedHour;
    reading.facts = batch.file;
    await report('reading', reading);
  }
  await staging.finish();
  return reading;
}

function warningsOf({ facts, repeatedHour }: Reading): Text[] {
  if (!facts) return [];
  return [
    ...fileWarnings(facts),
    ...facts.metrics.unreported.map((part) => ({ key: 'importWarnings.unreported_time', values: { part } })),
    ...(repeatedHour > 0 ? [{ key: 'importWarnings.repeated_hour', values: { calls: repeatedHour } }] : []),
  ];
}

/** Calls, roll-up, verdicts and the batch's own end: all of them or none. */
async function commit(session: Session, id: string, { reading, report }: { reading: Reading; report: Reporter }) {
  const { rows, rejected, bytesRead, facts } = reading;
  const warnings = warningsOf(reading);
  const format = facts?.format ?? 'canonical';
  return session.database.transaction(async (tx) => {
    await report('storing', reading, true);
    await beginTouched(tx);
    const stored = await commitStaged(tx, id);
    await report('rolling_up', reading, true);
    const { days } = await refreshTouched(tx);
    await report('judging', reading, true);
    if (days > 0) await judgeAll(tx, session.now());
    const end = { status: 'done', phase: 'done', finishedAt: session.now(), bytesRead } as const;
    await updateBatch(tx, id, { ...end, rows, rejected, ...stored, days, format, warnings });
    return { rows, ...stored, days, rejected, format, warnings };
  });
}

/** What a person is told of an import that failed; also kept with the batch. */
function failureOf(error: unknown): Text {
  if (error instanceof UnusableFileError) return error.sentence;
  return { key: 'files.failed', values: { message: error instanceof Error ? error.message : String(error) } };
}

/**
 * Imports a call log: reads and checks it row by row into a staging table, then stores calls, roll-up and verdicts in
 * one transaction. Rows that are no calls are kept as rejects with the reason and never stop the good ones, unless
 * `strict`. A file that is unusable, or a fault on the way, leaves nothing behind but the failed batch and its reason.
 */
export async function importCalls(session: Session, input: ImportInput): Promise<ImportResult> {
  requirePermission(session, 'change', 'imports');
  const id = input.id ?? randomUUID();
  const { database } = session;
  const claim = await claimBatch(database, id);
  try {
    await createBatch(database, {
      id,
      vendor: input.vendor,
      fileName: nameOf(input.files),
      bytesTotal: sizeOf(input.files),
      actor: session.actor.id,
      startedAt: session.now(),
    });
    const result = await importClaimed(session, { input, id, claim });
    await settleCalls(database, result);
    return result;
  } finally {
    await claim.release();
  }
}

/** The import itself; whatever stops it is kept with the batch. */
async function importClaimed(session: Session, claimed: Claimed): Promise<ImportResult> {
  const { input, id, claim } = claimed;
  const { database } = session;
  const clock = performance.now();
  const report = reporter(session, claimed);
  let staging: Staging | null = null;
  try {
    staging = await openStaging(claim, id, await idsByCode(database));
    const reading = await readInto(staging, session, { input, id, report });
    refuseRejects(input, reading);
    const stored = await commit(session, id, { reading, report });
    return { batch: id, ...stored, rejects: reading.first, seconds: (performance.now() - clock) / 1000 };
  } catch (error) {
    await staging?.abort(error instanceof Error ? error : new Error(String(error)));
    await updateBatch(database, id, { status: 'failed', finishedAt: session.now(), error: failureOf(error) });
    throw error;
  } finally {
    await dropStaging(database, id);
  }
}

/** `strict` takes all rows or none. */
function refuseRejects({ strict, files }: ImportInput, { rows, rejected, first }: Reading): void {
  if (!strict || rejected === 0) return;
  throw new OperationError(
    'validation',
    `${nameOf(files)}: ${rejected} of ${rows} rows are rejected, and --strict takes all or nothing`,
    first.map(rejectIssue),
  );
}
