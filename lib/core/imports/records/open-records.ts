import type { TextBlock } from '../bytes/text-blocks.ts';
import { type Dialect, dialectOf } from '../csv/dialect.ts';
import { csvRows, LONGEST_ROW, type RowBlock, tooLong } from '../csv/rows.ts';
import { isEmpty, MOST_COLUMNS } from '../csv/shape.ts';
import type { Document } from '../documents/document.ts';
import type { Sample } from '../platform/platform-format.ts';
import type { Unusable } from '../unusable-file-error.ts';
import { firstValues, isJson, jsonValues } from './json/json-values.ts';
import { type Exact, LONGEST_RECORD } from './json/parse-value.ts';
import type { ValueBlock } from './json/value-block.ts';
import { lookedAt } from './looked-at.ts';
import { firstRows, headerRowOf, rowsSample, SAMPLED } from './sample.ts';

/** Rows of cells, not read yet: to be read once, with quotes or without. */
export type RowRecords = {
  kind: 'rows';
  /** Number of the first row that has something in it. */
  headerRow: number;
  /** Its first rows that have something in them. */
  first(quotes: boolean): string[][];
  sample(shape: Sample['shape'], quotes: boolean): Sample | null;
  read(quotes: boolean): AsyncGenerator<RowBlock>;
};

/** Values of JSON, not read yet: to be read once. */
export type ValueRecords = {
  kind: 'values';
  sample(shape: Sample['shape']): Sample | null;
  read(exact: Exact): AsyncGenerator<ValueBlock>;
};

/** A document as records: read it one way or the other. */
export type Records = RowRecords | ValueRecords;

/** Characters of a text that are enough to tell what it is. */
const ENOUGH = 65_536;

type Head = { head: string; whole: boolean; texts: AsyncGenerator<TextBlock> };

/** A text's beginning holds a record of JSON or a row, where they are no longer than they may be. */
function holdsOne(head: string, unusable: Unusable): boolean {
  if (isJson(head)) return firstValues({ head, whole: false }, 1, unusable).length > 0;
  const begun = head.trimStart();
  return begun.length > LONGEST_ROW || /[\r\n]/.test(begun);
}

/** Looks at ever more of a text, at twice as much each time, until it holds a record. */
async function headOf(texts: AsyncGenerator<TextBlock>, unusable: Unusable): Promise<Head> {
  let head = '';
  let next = ENOUGH;
  const { whole, all } = await lookedAt(texts, (taken) => {
    head += taken.at(-1)?.text ?? '';
    if (head.length < next) return false;
    next = head.length * 2;
    return head.length > LONGEST_RECORD || holdsOne(head, unusable);
  });
  return { head, whole, texts: all };
}

function valuesOf({ head, whole, texts }: Head, unusable: Unusable): ValueRecords {
  const json = { head, whole };
  const records = firstValues(json, SAMPLED, unusable);
  return {
    kind: 'values',
    sample: (shape) => (shape === 'objects' ? { shape, header: [], records, delimiter: null } : null),
    read: (exact) => jsonValues(json, texts, { exact, unusable }),
  };
}

/** No beginning of a file that is a table is wider than a log may be. */
function checked(first: string[][], unusable: Unusable): string[][] {
  if (first.some((cells) => cells.length > MOST_COLUMNS))
    throw unusable({ key: 'files.too_many_columns', values: { most: MOST_COLUMNS } });
  return first;
}

function delimited({ head, whole, texts }: Head, unusable: Unusable): RowRecords {
  const dialect = dialectOf(head);
  const spoken = (quotes: boolean): Dialect => (quotes ? dialect : { ...dialect, quotes: false });
  const headerRow = headerRowOf(head, dialect);
  const first = (quotes: boolean) => {
    const rows = firstRows(head, whole, spoken(quotes));
    if (rows.length === 0)
      throw unusable(head.includes('\0') ? { key: 'files.nul_bytes' } : tooLong, { row: headerRow });
    return checked(rows, unusable);
  };
  return {
    kind: 'rows',
    headerRow,
    first,
    sample: (shape, quotes) => (shape === 'objects' ? null : rowsSample(shape, first(quotes), dialect.delimiter)),
    read: (quotes) => csvRows(texts, unusable, spoken(quotes)),
  };
}

async function sheetRows(rows: AsyncGenerator<RowBlock>, unusable: Unusable): Promise<RowRecords> {
  const said = ({ rows: all }: RowBlock) => all.filter((cells) => !isEmpty(cells));
  const { taken, all } = await lookedAt(rows, (blocks) => blocks.flatMap(said).length > SAMPLED);
  const first = checked(taken.flatMap(said).slice(0, SAMPLED + 1), unusable);
  const begins = taken.find((block) => said(block).length > 0);
  if (begins === undefined) throw unusable({ key: 'files.empty' });
  return {
    kind: 'rows',
    headerRow: begins.first + begins.rows.findIndex((cells) => !isEmpty(cells)),
    first: () => first,
    sample: (shape) => (shape === 'objects' ? null : rowsSample(shape, first, null)),
    read: () => all,
  };
}

/** Looks at a document's beginning, and says what its records are; throws where there is nothing in it. */
export async function openRecords({ content, unusable }: Pick<Document, 'content' | 'unusable'>): Promise<Records> {
  if ('rows' in content) return sheetRows(content.rows, unusable);
  const head = await headOf(content.texts, unusable);
  if (head.head.trim() === '') throw unusable({ key: 'files.empty' });
  return isJson(head.head) ? valuesOf(head, unusable) : delimited(head, unusable);
}
