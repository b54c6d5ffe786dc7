import { Readable } from 'node:stream';
import { csvLine } from './csv-line.ts';
import { type Field, words } from './field.ts';

/** Rows that come page by page as CSV, written as they come: a head, then one line a row. */
export function rowsCsv<T>(
  head: readonly string[],
  pages: AsyncIterable<readonly T[]>,
  fields: (row: T) => Field[],
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  async function* chunks(): AsyncGenerator<Uint8Array> {
    yield encoder.encode(`\ufeff${csvLine(head.map(words))}`);
    for await (const page of pages) yield encoder.encode(page.map((row) => csvLine(fields(row))).join(''));
  }
  return Readable.toWeb(Readable.from(chunks())) as ReadableStream<Uint8Array>;
}
