import { isBatchId } from './calls/batch-id.ts';
import type { Db, Sql } from './database.ts';

export type BatchStatus = 'draft' | 'queued' | 'running' | 'done' | 'failed' | 'cancelled' | 'undone';

export type BatchPhase = 'waiting' | 'checking' | 'reading' | 'joining' | 'storing' | 'rolling_up' | 'judging' | 'done';

/** What an import is at the moment, and what it came to. */
export type Batch = {
  id: string;
  vendor: string | null;
  vendorName: string | null;
  fileName: string;
  format: string;
  status: BatchStatus;
  phase: BatchPhase;
  startedAt: Date;
  finishedAt: Date | null;
  bytesRead: number;
  bytesTotal: number | null;
  rows: number;
  inserted: number;
  updated: number;
  unchanged: number;
  repeated: number;
  rejected: number;
  days: number;
  warnings: unknown;
  error: unknown;
};

/** One fault of a row: all are kept with the batch. The reason is kept as JSON, whatever it is made of. */
export type StoredReject = { file: number; row: number; column: string | null; value: string | null; reason: unknown };

type NewBatch = {
  id: string;
  vendor: string | null;
  fileName: string;
  bytesTotal: number | null;
  actor: string;
  startedAt: Date;
};

/** Records that an import has begun. */
export async function createBatch(
  db: Db,
  { id, vendor, fileName, bytesTotal, actor, startedAt }: NewBatch,
): Promise<void> {
  const owner = vendor === null ? null : await db.prisma.vendor.findUnique({ where: { code: vendor } });
  await db.prisma.importBatch.create({
    data: {
      id,
      vendorId: owner?.id ?? null,
      fileName,
      format: 'canonical',
      status: 'running',
      phase: 'reading',
      startedAt,
      bytesTotal: bytesTotal === null ? null : BigInt(bytesTotal),
      actor,
    },
  });
}

type BatchUpdate = Partial<
  Omit<Batch, 'id' | 'vendor' | 'vendorName' | 'fileName' | 'startedAt' | 'warnings' | 'error'>
> & {
  warnings?: object;
  error?: object;
};

/** Records how far an import has come, on the connection given: never one that a transaction of its own waits for. */
export async function noteProgress(
  sql: Sql,
  id: string,
  { phase, rows, rejected, bytesRead }: Pick<Batch, 'phase' | 'rows' | 'rejected' | 'bytesRead'>,
): Promise<void> {
  await sql.execute(
    'update import_batch set phase = $2::import_phase, rows = $3, rejected = $4, bytes_read = $5 where id = $1',
    [id, phase, rows, rejected, bytesRead],
  );
}

/** Records how an import ended. */
export async function updateBatch(db: Db, id: string, update: BatchUpdate): Promise<void> {
  const { bytesRead, bytesTotal, ...rest } = update;
  const bytes = {
    ...(bytesRead === undefined ? {} : { bytesRead: BigInt(bytesRead) }),
    ...(bytesTotal === undefined ? {} : { bytesTotal: bytesTotal === null ? null : BigInt(bytesTotal) }),
  };
  await db.prisma.importBatch.update({ where: { id }, data: { ...rest, ...bytes } });
}

const withVendor = { vendor: { select: { code: true, name: true } } } as const;

type Row = Awaited<ReturnType<Db['prisma']['importBatch']['findUniqueOrThrow']>> & {
  vendor: { code: string; name: string } | null;
};

function fromDb({ vendor, bytesRead, bytesTotal, ...row }: Row): Batch {
  const { id, fileName, format, status, phase, startedAt, finishedAt, warnings, error } = row;
  const { rows, inserted, updated, unchanged, repeated, rejected, days } = row;
  return {
    ...{ id, fileName, format, status, phase, startedAt, finishedAt, warnings, error },
    ...{ rows, inserted, updated, unchanged, repeated, rejected, days },
    vendor: vendor?.code ?? null,
    vendorName: vendor?.name ?? null,
    bytesRead: Number(bytesRead),
    bytesTotal: bytesTotal === null ? null : Number(bytesTotal),
  };
}

/** One batch, or null. */
export async function findBatch(db: Db, id: string): Promise<Batch | null> {
  if (!isBatchId(id)) return null;
  const row = await db.prisma.importBatch.findUnique({ where: { id }, include: withVendor });
  return row && fromDb(row);
}

/** The newest batches, of all vendors or of one. */
export async function listBatches(db: Db, { vendor, take }: { vendor?: string; take: number }): Promise<Batch[]> {
  const rows = await db.prisma.importBatch.findMany({
    ...(vendor === undefined ? {} : { where: { vendor: { code: vendor } } }),
    include: withVendor,
    orderBy: [{ startedAt: 'desc' }, { id: 'asc' }],
    take,
  });
  return rows.map(fromDb);
}

/** Keeps faults with their batch; `from` is how many were kept before. */
export async function keepRejects(
  db: Db,
  batchId: string,
  rejects: readonly StoredReject[],
  from: number,
): Promise<void> {
  if (rejects.length === 0) return;
  await db.sql.execute(
    `insert into import_reject (batch_id, position, file, row, "column", value, reason)
     select $1::uuid, $2::int + place - 1, file, row, "column", value, reason::jsonb
     from unnest($3::int[], $4::int[], $5::text[], $6::text[], $7::text[])
       with ordinality as r (file, row, "column", value, reason, place)`,
    [
      batchId,
      from,
      rejects.map(({ file }) => file),
      rejects.map(({ row }) => row),
      rejects.map(({ column }) => column),
      rejects.map(({ value }) => value),
      rejects.map(({ reason }) => JSON.stringify(reason)),
    ],
  );
}

/** The faults of a batch in file order, `take` of them after `skip`. */
export async function listRejects(
  db: Db,
  batchId: string,
  { skip = 0, take }: { skip?: number; take: number },
): Promise<StoredReject[]> {
  const rows = await db.prisma.importReject.findMany({
    where: { batchId, position: { gte: skip, lt: skip + take } },
    orderBy: { position: 'asc' },
  });
  return rows.map(({ file, row, column, value, reason }) => ({ file, row, column, value, reason }));
}
