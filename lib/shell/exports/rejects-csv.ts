import type { Say, Text } from '#format';
import { whole, words } from './field.ts';
import { rowsCsv } from './rows-csv.ts';

type Reject = { fileName: string | null; row: number; column: string | null; value: string | null; reason: Text };

/** Rejected rows as CSV: in which file and where, what was written there, and why it cannot be used. */
export function rejectsCsv(pages: AsyncIterable<readonly Reject[]>, say: Say): ReadableStream<Uint8Array> {
  return rowsCsv(['file', 'row', 'column', 'value', 'reason'], pages, ({ fileName, row, column, value, reason }) => [
    words(fileName ?? ''),
    whole(row),
    words(column ?? ''),
    words(value ?? ''),
    words(say(reason)),
  ]);
}
