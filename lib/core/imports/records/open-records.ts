import type { Encoding, TextBlock } from '../bytes/text-blocks.ts';
import { type Dialect, dialectOf } from '../csv/dialect.ts';
import { csvRows, type RowBlock } from '../csv/rows.ts';
import type { Document } from '../documents/document.ts';
import type { Sample } from '../platform/platform-format.ts';
import type { Unusable } from '../unusable-file-error.ts';
import { firstRows, headerRowOf, isJson, rowsSample, SAMPLED } from './sample.ts';
import { textHead } from './text-head.ts';
import { type ValueBlock, valueBlocks } from './value-block.ts';

/** A document as records, not read yet: rows of cells, or values of JSON; read it once, one way or the other. */
export type Records =
  | {
      kind: 'rows';
      /** Number of the first row that has something in it. */
      headerRow: number;
      /** Its first rows that have something in them, read with quotes or without. */
      first(quotes: boolean): string[][];
      sample(shape: Sample['shape'], quotes: boolean): Sample | null;
      read(quotes: boolean): AsyncGenerator<RowBlock>;
    }
  | { kind: 'values'; sample(shape: Sample['shape']): Sample | null; read(): AsyncGenerator<ValueBlock> };

async function* fromText(texts: readonly TextBlock[]): AsyncGenerator<TextBlock> {
  yield* texts;
}

/** The first values of a text's beginning, as far as they can be read. */
async function firstValues(head: string, encoding: Encoding, unusable: Unusable): Promise<unknown[]> {
  const values: unknown[] = [];
  for await (const block of valueBlocks(fromText([{ text: head, encoding }]), unusable)) {
    for (const item of block.values) if ('value' in item) values.push(item.value);
    if (values.length >= SAMPLED) break;
  }
  return values.slice(0, SAMPLED);
}

/** Looks at a document's beginning, and says what its records are; throws where there is nothing in it. */
export async function openRecords({ content, unusable }: Document): Promise<Records> {
  if ('rows' in content) throw unusable({ key: 'files.zip' });
  const { head, whole, texts } = await textHead(content.texts);
  if (head.trim() === '' && whole) throw unusable({ key: 'files.empty' });
  if (isJson(head)) {
    const values = await firstValues(head, 'utf-8', unusable);
    return {
      kind: 'values',
      sample: (shape) => (shape === 'objects' ? { shape, header: [], records: values, delimiter: null } : null),
      read: () => valueBlocks(texts, unusable),
    };
  }
  const dialect = dialectOf(head);
  const spoken = (quotes: boolean): Dialect => (quotes ? dialect : { ...dialect, quotes: false });
  const first = (quotes: boolean) => firstRows(head, whole, spoken(quotes));
  return {
    kind: 'rows',
    headerRow: headerRowOf(head, dialect),
    first,
    sample: (shape, quotes) => (shape === 'objects' ? null : rowsSample(shape, first(quotes), dialect.delimiter)),
    read: (quotes) => csvRows(texts, unusable, spoken(quotes)),
  };
}
