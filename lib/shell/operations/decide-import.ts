import { requirePermission } from '#auth';
import { areSpooled, type BatchOptions, type Decision, findBatch, queueBatch, type Session } from '#db';
import { OperationError } from './errors.ts';
import { refuseUnknownBatch } from './refuse-unknown-batch.ts';
import { refuseUnknownVendor } from './refuse-unknown-vendor.ts';

/** How a delivery is to be read; without `vendor` it stays whose it is. */
export type DecisionInput = BatchOptions & { vendor?: string | null };

/**
 * Decides how a draft is read, or has a failed or cancelled import tried again: it waits for its turn from now on.
 * Throws OperationError where it is none of these, or its files are no longer kept.
 */
export async function decideImport(session: Session, id: string, input: DecisionInput): Promise<void> {
  requirePermission(session, 'change', 'imports');
  const { database } = session;
  const batch = refuseUnknownBatch(await findBatch(database, id), id);
  const { vendor = batch.vendor, ...options } = input;
  await refuseUnknownVendor(database, vendor);
  if (!areSpooled(batch))
    throw new OperationError('conflict', 'the files of this import are no longer kept: send them again');
  const decision: Decision = { vendor, options };
  if (await queueBatch(database, id, { ...decision, at: session.now() })) return;
  throw new OperationError('conflict', `the import is ${batch.status}: there is nothing to decide`);
}

/** Has a failed or cancelled import tried again as it was. Throws OperationError where that cannot be. */
export async function retryImport(session: Session, id: string): Promise<void> {
  requirePermission(session, 'change', 'imports');
  const { status, options } = refuseUnknownBatch(await findBatch(session.database, id), id);
  if (status !== 'failed' && status !== 'cancelled')
    throw new OperationError(
      'conflict',
      `the import is ${status}: only one that failed or was cancelled is tried again`,
    );
  await decideImport(session, id, options);
}
