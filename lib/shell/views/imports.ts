import { requirePermission } from '#auth';
import {
  areSpooled,
  type Batch,
  type BatchStatus,
  findBatch,
  findJob,
  listBatches,
  listPrograms,
  listRejectedRows,
  listRejects,
  listRepeats,
  listVendors,
  type RejectReason,
  rejectReasons,
  rejectsOfReason,
  type Session,
  type StoredReject,
  type UndoForecast,
  undoForecast,
} from '#db';
import type { Text } from '#format';
import type {
  BatchLink,
  BatchReject,
  BatchSummary,
  BatchView,
  ImportModel,
  ImportsQuery,
  ImportsView,
} from './types.ts';

const SHOWN_BATCHES = 50;
const SHOWN_REJECTS = 100;
const PAGE = 5_000;

const statuses: readonly BatchStatus[] = ['draft', 'queued', 'running', 'done', 'failed', 'cancelled', 'undone'];

function summary(batch: Batch): BatchSummary {
  const { warnings, error, bytesRead, bytesTotal, startedAt, finishedAt, undoneAt, vendor, vendorName, ...rest } =
    batch;
  return {
    ...rest,
    vendor: vendor ?? '',
    vendorName: vendorName ?? vendor ?? '',
    startedAt: startedAt.getTime(),
    undoneAt: undoneAt?.getTime() ?? null,
    seconds: finishedAt === null ? null : (finishedAt.getTime() - startedAt.getTime()) / 1000,
    bytes: { read: bytesRead, total: bytesTotal },
    warnings: warnings as Text[],
    error: error as Text | null,
  };
}

function fromStored({ reason, ...place }: StoredReject): BatchReject {
  return { ...place, reason: reason as Text };
}

/** What can be imported for whom, and what has been; what an address asks for in vain is not asked. */
export async function importsPage(session: Session, asked: ImportsQuery = {}): Promise<ImportsView> {
  requirePermission(session, 'view', 'imports');
  const { database } = session;
  const programs = (await listPrograms(database)).map(({ code, name }) => ({ id: code, label: name }));
  const vendors = await listVendors(database);
  const vendor = vendors.find(({ code }) => code === asked.vendor)?.code;
  const status = statuses.find((own) => own === asked.status);
  const batches = await listBatches(database, { vendor, status, take: SHOWN_BATCHES + 1 });
  return {
    query: { vendor: vendor ?? null, status: status ?? null },
    vendors: vendors.map(({ code, name, timezone }) => ({ id: code, label: name, timezone, programs })),
    batches: batches.slice(0, SHOWN_BATCHES).map(summary),
    more: batches.length > SHOWN_BATCHES,
    like: asked.like === undefined ? null : modelOf(await findBatch(database, asked.like)),
  };
}

function modelOf(batch: Batch | null): ImportModel | null {
  if (batch === null || batch.vendor === null) return null;
  const { id, fileName, vendor, options } = batch;
  const { program, timezone, mapping } = options;
  return { id, fileName, vendor, program, timezone, mapped: mapping !== null, mapping: mapping?.name ?? null };
}

/** How far one import has come, or what it came to; null where there is none of this id. */
export async function batchSummary(session: Session, id: string): Promise<BatchSummary | null> {
  requirePermission(session, 'view', 'imports');
  const batch = await findBatch(session.database, id);
  return batch && summary(batch);
}

/** A reason's name in an address: its code and its column. */
const reasonId = ({ key, column }: Pick<RejectReason, 'key' | 'column'>) =>
  column === null ? key : `${key} ${column}`;

/**
 * One import with the first of its rejects, of all reasons or of the one that is asked for, and the imports that it is
 * bound up with.
 */
export async function batchPage(
  session: Session,
  id: string,
  { reason: asked }: { reason?: string | undefined } = {},
): Promise<BatchView | null> {
  requirePermission(session, 'view', 'imports');
  const { database } = session;
  const batch = await findBatch(database, id);
  if (batch === null) return null;
  const reasons = await rejectReasons(database, id);
  const chosen = reasons.find((own) => reasonId(own) === asked);
  const rejects = chosen
    ? await rejectsOfReason(database, id, { ...chosen, take: SHOWN_REJECTS })
    : await listRejects(database, id, { take: SHOWN_REJECTS });
  const original = batch.repeatOf === null ? null : await findBatch(database, batch.repeatOf);
  return {
    batch: summary(batch),
    mendable: batch.documents.flatMap(({ name, header }, index) => (header ? [{ file: index + 1, name }] : [])),
    reasons: reasons.map(({ reason, ...rest }) => ({ ...rest, id: reasonId(rest), reason: reason as Text })),
    reason: chosen ? reasonId(chosen) : null,
    rejects: rejects.map(fromStored),
    repeatOf: original && linkOf(original),
    repeats: (await listRepeats(database, id)).map(linkOf),
    kept: areSpooled(batch),
    ...(await jobsOf(session, batch)),
  };
}

function linkOf({ id, fileName, startedAt }: Batch): BatchLink {
  return { id, fileName, startedAt: startedAt.getTime() };
}

/** What still happens to a batch that is done: the job that looks at its quality, and that undoes it or has failed to. */
async function jobsOf(
  { database }: Session,
  { status, jobId }: Batch,
): Promise<Pick<BatchView, 'assessing' | 'undoing'>> {
  const job = status === 'done' && jobId !== null ? await findJob(database, jobId) : null;
  const isOver = job === null || job.status === 'done';
  return {
    assessing: job?.kind === 'import' && job.status === 'running' ? job.id : null,
    undoing: job?.kind === 'undo' && !isOver ? job.id : null,
  };
}

/** A reject with the name of its document; null = the import never came to name it. */
export type NamedReject = BatchReject & { fileName: string | null };

/** Every reject of an import, in file order, page by page. */
export async function* allRejects(session: Session, id: string): AsyncGenerator<NamedReject[]> {
  requirePermission(session, 'view', 'imports');
  const documents = (await findBatch(session.database, id))?.documents ?? [];
  for (let skip = 0; ; skip += PAGE) {
    const page = await listRejects(session.database, id, { skip, take: PAGE });
    if (page.length === 0) return;
    yield page.map((stored) => ({ ...fromStored(stored), fileName: documents[stored.file - 1]?.name ?? null }));
  }
}

/** A rejected row under its document's own header, with all that is wrong with it. */
export type RejectedRow = {
  row: number;
  cells: readonly string[];
  faults: readonly { column: string | null; value: string | null; reason: Text }[];
};

/** The rejected rows of one of an import's documents that can be mended, page by page. */
export async function* rejectedRows(session: Session, id: string, file: number): AsyncGenerator<RejectedRow[]> {
  requirePermission(session, 'view', 'imports');
  for (let after = 0; ; ) {
    const page = await listRejectedRows(session.database, id, { file, after, take: PAGE });
    if (page.length === 0) return;
    yield page.map(({ faults, ...row }) => ({
      ...row,
      faults: faults.map(({ reason, ...fault }) => ({ ...fault, reason: reason as Text })),
    }));
    after = page.at(-1)?.row ?? after;
  }
}

/** What undoing an import would do; null where there is none of this id that is done. */
export async function undoView(session: Session, id: string): Promise<UndoForecast | null> {
  requirePermission(session, 'view', 'imports');
  const batch = await findBatch(session.database, id);
  return batch?.status === 'done' ? undoForecast(session.database, id) : null;
}
