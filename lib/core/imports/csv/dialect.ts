import Papa from 'papaparse';

/** What separates cells and what ends rows. `\n` also serves CRLF: the `\r` left on a last cell is trimmed with it. */
export type Dialect = {
  delimiter: (typeof delimiters)[number];
  newline: '\n' | '\r';
  /** `false`: a quote is a character like any other. */
  quotes?: false;
};

const delimiters = [',', ';', '\t', '|'] as const;

function cellsOfFirstRow(text: string, dialect: Dialect): string[] {
  return new Papa.Parser({ ...dialect, preview: 1 }).parse(text, 0, false).data[0] ?? [];
}

/**
 * Finds the dialect from the beginning of a file: a header that ends in a lone `\r` makes that the newline, and the
 * delimiter is the one that cuts the header into the most cells (the first of `,` `;` tab `|` on a tie).
 */
export function dialectOf(beginning: string): Dialect {
  const text = beginning.trimStart();
  const newline = /\r\n?|\n/.exec(text)?.[0] === '\r' ? '\r' : '\n';
  const cells = delimiters.map((delimiter) => cellsOfFirstRow(text, { delimiter, newline }).length);
  return { delimiter: delimiters[cells.indexOf(Math.max(...cells))] ?? ',', newline };
}
