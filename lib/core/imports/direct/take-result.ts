import type { CallBatch, Place } from '../call-batch.ts';
import type { RowResult } from '../log-format.ts';

/** Puts what a record came to into a batch; tells whether it was a call. */
export function takeResult(batch: CallBatch, place: Place, result: RowResult): boolean {
  batch.rows++;
  if ('call' in result) {
    batch.calls.push({ ...place, call: result.call });
    if (result.repeatedHour) batch.repeatedHour++;
    return true;
  }
  for (const fault of result.faults) batch.rejects.push({ ...place, ...fault });
  batch.rejected++;
  return false;
}
