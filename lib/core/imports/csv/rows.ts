import Papa from 'papaparse';
import type { Encoding, TextBlock } from '../bytes/text-blocks.ts';
import type { Unusable } from '../unusable-file-error.ts';
import { type Dialect, dialectOf } from './dialect.ts';

/** Characters that a row may have: an unclosed quote must not gather a file of any size in memory. */
export const LONGEST_ROW = 1_048_576;

/** Some rows of a CSV file, in order. `first` is the number of the first one; the file's first row has number 1. */
export type RowBlock = {
  first: number;
  rows: string[][];
  /** Numbers of the rows with a quote in the middle of a quoted cell: what their cells are is anyone's guess. */
  malformed: ReadonlySet<number>;
  /** Null: the rows come from no text. */
  encoding: Encoding | null;
};

/** Why a row without end makes its file unusable. */
export const tooLong = { key: 'files.row_too_long', values: { longest: LONGEST_ROW } };

type Parsed = { data: string[][]; errors: { code: string; row: number }[]; meta: { cursor: number } };

const noneMalformed: ReadonlySet<number> = new Set();

/** Rows of a text without quoted cells; the last line is one of them where the text is at its end. */
function splitRows(text: string, { delimiter, newline }: Dialect, atEnd: boolean): Parsed {
  const lines = text.split(newline);
  const rest = lines.pop() ?? '';
  if (atEnd && rest !== '') lines.push(rest);
  const data = lines.map((line) => line.split(delimiter));
  return { data, errors: [], meta: { cursor: atEnd ? text.length : text.length - rest.length } };
}

/** The complete rows of a text, and where the one begins that is not; at the end of the text that is complete too. */
export function parseRows(text: string, dialect: Dialect, atEnd: boolean): Parsed {
  if (dialect.quotes === false) return splitRows(text, dialect, atEnd);
  return new Papa.Parser(dialect).parse(text, 0, !atEnd);
}

/**
 * Reads the rows of a CSV text that comes in blocks (RFC 4180: quoted cells may hold delimiters, line ends and doubled
 * quotes). Rows are neither cut to the header's width nor trimmed, and empty ones are kept, so that numbers stay true.
 * Throws for a row beyond the longest allowed and for a quote that is never closed.
 */
export async function* csvRows(
  texts: AsyncIterable<TextBlock>,
  unusable: Unusable,
  known: Dialect | null = null,
): AsyncGenerator<RowBlock> {
  let dialect = known;
  let last: TextBlock = { text: '', encoding: 'utf-8' };
  let carry = '';
  let first = 1;
  const parse = (text: string, found: Dialect, atEnd: boolean): RowBlock => {
    const { data, errors, meta } = parseRows(text, found, atEnd);
    const open = errors.find((error) => error.code === 'MissingQuotes');
    if (open) throw unusable({ key: 'files.open_quote' }, { row: first + open.row });
    const malformed =
      errors.length === 0
        ? noneMalformed
        : new Set(errors.filter((error) => error.row < data.length).map((error) => first + error.row));
    const block = { first, rows: data, malformed, encoding: last.encoding };
    carry = text.slice(meta.cursor);
    first += data.length;
    return block;
  };
  for await (last of texts) {
    carry += last.text;
    if (dialect === null && carry.trim() !== '') dialect = dialectOf(carry);
    if (dialect !== null) yield parse(carry, dialect, false);
    if (carry.length > LONGEST_ROW) throw unusable(tooLong, { row: first });
  }
  if (carry !== '' && dialect !== null) yield parse(carry, dialect, true);
}
