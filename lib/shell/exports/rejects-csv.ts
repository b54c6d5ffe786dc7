import type { Say, Text } from '#format';
import { whole, words } from './field.ts';
import { rowsCsv } from './rows-csv.ts';

type Reject = { row: number; column: string | null; value: string | null; reason: Text };

/** Rejected rows as CSV: where, what was written there, and why it cannot be used. */
export function rejectsCsv(pages: AsyncIterable<readonly Reject[]>, say: Say): ReadableStream<Uint8Array> {
  return rowsCsv(['row', 'column', 'value', 'reason'], pages, ({ row, column, value, reason }) => [
    whole(row),
    words(column ?? ''),
    words(value ?? ''),
    words(say(reason)),
  ]);
}
