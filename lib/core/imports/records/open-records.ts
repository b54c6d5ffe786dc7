import { type Dialect, dialectOf } from '../csv/dialect.ts';
import { csvRows, type RowBlock } from '../csv/rows.ts';
import type { Document } from '../documents/document.ts';
import type { Sample } from '../platform/platform-format.ts';
import { firstValues, isJson, jsonValues } from './json/json-values.ts';
import type { Exact } from './json/parse-value.ts';
import type { ValueBlock } from './json/value-block.ts';
import { firstRows, headerRowOf, rowsSample, SAMPLED } from './sample.ts';
import { textHead } from './text-head.ts';

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
  | { kind: 'values'; sample(shape: Sample['shape']): Sample | null; read(exact: Exact): AsyncGenerator<ValueBlock> };

/** Looks at a document's beginning, and says what its records are; throws where there is nothing in it. */
export async function openRecords({ content, unusable }: Document): Promise<Records> {
  if ('rows' in content) throw unusable({ key: 'files.zip' });
  const { head, whole, texts } = await textHead(content.texts);
  if (head.trim() === '' && whole) throw unusable({ key: 'files.empty' });
  if (isJson(head)) {
    const json = { head, whole };
    const values = firstValues(json, SAMPLED, unusable);
    return {
      kind: 'values',
      sample: (shape) => (shape === 'objects' ? { shape, header: [], records: values, delimiter: null } : null),
      read: (exact) => jsonValues(json, texts, { exact, unusable }),
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
