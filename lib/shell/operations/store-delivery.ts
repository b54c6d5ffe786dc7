import { randomUUID } from 'node:crypto';
import { requirePermission } from '#auth';
import {
  type BatchFile,
  type BatchOptions,
  type BatchSource,
  batchOfKey,
  createBatch,
  dropSpool,
  findBatch,
  type IncomingFile,
  isBatchId,
  type Session,
  spoolFile,
} from '#db';
import { OperationError } from './errors.ts';
import { isDiskFull } from './import-failure.ts';
import { refuseUnknownVendor } from './refuse-unknown-vendor.ts';

export type DeliveryInput = BatchOptions & {
  /** Names the batch beforehand. */
  id?: string;
  files: AsyncIterable<IncomingFile> | Iterable<IncomingFile>;
  source: BatchSource;
  vendor: string | null;
  /** Whether somebody is still to decide how it is read; else it waits for its turn. */
  draft: boolean;
  /** The sender's own name for this delivery: the same again is the same delivery. */
  idempotencyKey?: string;
};

/** A delivery that is kept; `existing` where it was sent before, and nothing was kept now. */
export type StoredDelivery = { id: string; existing: boolean };

async function spool(id: string, files: DeliveryInput['files']): Promise<BatchFile[]> {
  const stored: BatchFile[] = [];
  for await (const file of files) {
    const { name, size, sha256 } = await spoolFile(id, stored.length + 1, file);
    stored.push({ name, size, sha256 });
  }
  if (stored.length > 0) return stored;
  throw new OperationError('validation', 'there is no file to import');
}

/** What is said of a delivery that could not be kept. */
function unkept(error: unknown): unknown {
  if (!isDiskFull(error)) return error;
  return new OperationError('precondition_failed', 'the disk that deliveries wait on is full: nothing was kept');
}

/** Keeps a delivery's files until they are imported: as a draft, or waiting for their turn. Both or neither. */
export async function storeDelivery(session: Session, input: DeliveryInput): Promise<StoredDelivery> {
  requirePermission(session, 'change', 'imports');
  const { id = randomUUID(), files, source, vendor, draft, idempotencyKey, ...options } = input;
  const { database } = session;
  await refuseUnknownVendor(database, vendor);
  if (!isBatchId(id)) throw new OperationError('validation', 'id must be a UUID');
  const before = idempotencyKey === undefined ? null : await batchOfKey(database, idempotencyKey);
  if (before !== null) return { id: before, existing: true };
  if (await findBatch(database, id)) throw new OperationError('conflict', `there is an import ${id} already`);
  try {
    await createBatch(database, {
      ...{ id, vendor, options, source, status: draft ? 'draft' : 'queued' },
      files: await spool(id, files),
      actor: session.actor.id,
      startedAt: session.now(),
      ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
    });
    return { id, existing: false };
  } catch (error) {
    await dropSpool(id);
    const meanwhile = idempotencyKey === undefined ? null : await batchOfKey(database, idempotencyKey);
    if (meanwhile !== null) return { id: meanwhile, existing: true };
    throw unkept(error);
  }
}
