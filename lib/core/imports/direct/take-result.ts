import type { CallBatch, Place } from '../call-batch.ts';
import { keepable } from '../cells/shown.ts';
import type { RowReader, RowResult } from '../log-format.ts';

/** Puts what a record came to into a batch; tells whether it was a call. */
export function takeResult(batch: CallBatch, place: Place, result: RowResult): boolean {
  batch.rows++;
  if ('call' in result) {
    batch.calls.push({ file: place.file, row: place.row, call: result.call });
    if (result.repeatedHour) batch.repeatedHour++;
    return true;
  }
  for (const fault of result.faults) batch.rejects.push({ ...place, ...fault });
  batch.rejected++;
  return false;
}

/** Keeps the cells of a rejected row, where they may be mended and sent again. */
export function keepRow(batch: CallBatch, place: Place, { mendable }: RowReader, cells: readonly string[]): void {
  if (mendable) batch.rejectedRows.push({ ...place, cells: mendable(cells).map(keepable) });
}
