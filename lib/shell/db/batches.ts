import type { FileFacts, FormatName, Mapping, MetricContract } from '#imports';
import { isBatchId } from './calls/batch-id.ts';
import type { Db } from './database.ts';

export type BatchStatus = 'draft' | 'queued' | 'running' | 'done' | 'failed' | 'cancelled' | 'undone';

export type BatchPhase = 'waiting' | 'checking' | 'reading' | 'joining' | 'storing' | 'rolling_up' | 'judging' | 'done';

/** How a delivery came. */
export type BatchSource = 'page' | 'command' | 'folder' | 'api';

/** How the files of a batch are read, besides whose they are. */
export type BatchOptions = {
  program: string | null;
  timezone: string | null;
  format: FormatName | null;
  mapping: Mapping | null;
  strict: boolean;
};

/** A file as it was delivered; its hash is null until it has been read once, and of what can be read only once. */
export type BatchFile = { name: string; size: number | null; sha256: string | null };

/** What was read of a delivery, each member of an archive by itself. Rejects name it by its place, from 1. */
export type BatchDocument = Pick<FileFacts, 'name' | 'format' | 'encoding' | 'header'>;

/** What an import is at the moment, and what it came to. */
export type Batch = {
  id: string;
  vendor: string | null;
  vendorName: string | null;
  fileName: string;
  /** Empty until the content has been looked at. */
  format: string;
  source: BatchSource;
  options: BatchOptions;
  files: BatchFile[];
  documents: BatchDocument[];
  status: BatchStatus;
  phase: BatchPhase;
  startedAt: Date;
  finishedAt: Date | null;
  bytesRead: number;
  bytesTotal: number | null;
  rows: number;
  /** Calls that the rows came to, and rows that speak of no call at all. */
  calls: number;
  notCalls: number;
  inserted: number;
  updated: number;
  unchanged: number;
  repeated: number;
  rejected: number;
  days: number;
  warnings: unknown;
  error: unknown;
  /** The batch whose content this one repeats, and whose words on its calls are this one's too. */
  repeatOf: string | null;
  /** Place in the order in which batches were committed; null = it was not. */
  committed: number | null;
  /** The job that imports it, or undoes it. */
  jobId: string | null;
  cancelRequested: boolean;
  undoneAt: Date | null;
  undoneBy: string | null;
  actor: string;
  /** What the source's times leave out or include, and what it does not report; null until it has been read. */
  metrics: MetricContract | null;
};

type NewBatch = Pick<Batch, 'id' | 'vendor' | 'source' | 'options' | 'files' | 'actor' | 'startedAt'> & {
  status: 'draft' | 'queued' | 'running';
  idempotencyKey?: string | null;
};

/** Bytes of a delivery; null where they are not known before. */
export function bytesOf(files: readonly BatchFile[]): number | null {
  return files.reduce<number | null>((all, { size }) => (all === null || size === null ? null : all + size), 0);
}

/** Records a delivery: one that waits for a decision, or for its turn, or is being imported. */
export async function createBatch(db: Db, batch: NewBatch): Promise<void> {
  const { vendor, options, files, idempotencyKey = null, ...rest } = batch;
  const owner = vendor === null ? null : await db.prisma.vendor.findUnique({ where: { code: vendor } });
  const size = bytesOf(files);
  await db.prisma.importBatch.create({
    data: {
      ...rest,
      vendorId: owner?.id ?? null,
      fileName: files.map(({ name }) => name).join(', '),
      format: '',
      phase: 'waiting',
      bytesTotal: size === null ? null : BigInt(size),
      options: options as object,
      files,
      idempotencyKey,
    },
  });
}

/** A batch with its vendor, and without what is told of its quality: that is long, and asked for by itself. */
const asBatch = { include: { vendor: { select: { code: true, name: true } } }, omit: { quality: true } } as const;

type Row = Omit<Awaited<ReturnType<Db['prisma']['importBatch']['findUniqueOrThrow']>>, 'quality'> & {
  vendor: { code: string; name: string } | null;
};

function fromDb({ vendor, bytesRead, bytesTotal, committed, ...row }: Row): Batch {
  const { vendorId: _, fingerprint: __, idempotencyKey: ___, firstDay: ____, lastDay: _____, ...facts } = row;
  return {
    ...facts,
    source: row.source as BatchSource,
    options: row.options as BatchOptions,
    files: row.files as BatchFile[],
    documents: row.documents as BatchDocument[],
    metrics: row.metrics as MetricContract | null,
    vendor: vendor?.code ?? null,
    vendorName: vendor?.name ?? null,
    bytesRead: Number(bytesRead),
    bytesTotal: bytesTotal === null ? null : Number(bytesTotal),
    committed: committed === null ? null : Number(committed),
  };
}

/** One batch, or null. */
export async function findBatch(db: Db, id: string): Promise<Batch | null> {
  if (!isBatchId(id)) return null;
  const row = await db.prisma.importBatch.findUnique({ where: { id }, ...asBatch });
  return row && fromDb(row);
}

/** The batch of a delivery that was sent under this key before, or null. */
export async function batchOfKey(db: Db, idempotencyKey: string): Promise<string | null> {
  const row = await db.prisma.importBatch.findUnique({ where: { idempotencyKey }, select: { id: true } });
  return row?.id ?? null;
}

type BatchFilter = { vendor?: string | undefined; status?: BatchStatus | undefined; take: number };

/** The newest batches, of all vendors or of one, in any state or in one. */
export async function listBatches(db: Db, { vendor, status, take }: BatchFilter): Promise<Batch[]> {
  const rows = await db.prisma.importBatch.findMany({
    where: { ...(vendor !== undefined && { vendor: { code: vendor } }), ...(status !== undefined && { status }) },
    ...asBatch,
    orderBy: [{ startedAt: 'desc' }, { id: 'asc' }],
    take,
  });
  return rows.map(fromDb);
}

/** The batches whose content is that of this one once more, the newest first. */
export async function listRepeats(db: Db, id: string): Promise<Batch[]> {
  const rows = await db.prisma.importBatch.findMany({
    where: { repeatOf: id },
    ...asBatch,
    orderBy: [{ startedAt: 'desc' }, { id: 'asc' }],
  });
  return rows.map(fromDb);
}
