import type { Batch } from '#db';
import { OperationError } from './errors.ts';

/** The batch, where there is one. Throws a refusal. */
export function refuseUnknownBatch(batch: Batch | null, id: string): Batch {
  if (batch === null) throw new OperationError('not_found', `there is no import ${id}`);
  return batch;
}
