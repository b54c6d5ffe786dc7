import { Readable } from 'node:stream';
import type { Say, Text } from '#format';

/** A rejected row under its file's own header, with all that is wrong with it. */
export type MendableRow = {
  row: number;
  cells: readonly string[];
  faults: readonly { column: string | null; value: string | null; reason: Text }[];
};

type Options = {
  header: readonly string[];
  say: Say;
  /** Semicolons between the cells, as spreadsheets want them where decimals have a comma. */
  semicolons: boolean;
};

/** Columns behind the file's own: where the row stood and why it was not taken. An import passes them over. */
const added = ['reject_row', 'reject_reason'];

/**
 * A file's rejected rows as CSV under its own header, written as they come, to be mended and sent again. What a
 * spreadsheet would run as a formula has a space in front, which every reader of ours takes away again.
 */
export function rejectedRowsCsv(
  pages: AsyncIterable<readonly MendableRow[]>,
  { header, say, semicolons }: Options,
): ReadableStream<Uint8Array> {
  const delimiter = semicolons ? ';' : ',';
  // Rows that were mended and rejected again come back with where they stand now, and why now.
  const own = header.filter((name) => !added.includes(name.trim().toLowerCase()));
  const isOwn = header.map((name) => own.includes(name));
  const encoder = new TextEncoder();
  const line = (cells: readonly string[]) => `${cells.map((cell) => written(cell, delimiter)).join(delimiter)}\r\n`;
  const rowLine = ({ row, cells, faults }: MendableRow) =>
    line([
      ...fitted(cells, header.length, delimiter).filter((_, place) => isOwn[place]),
      String(row),
      reasonOf(faults, say),
    ]);
  async function* chunks(): AsyncGenerator<Uint8Array> {
    yield encoder.encode(`\ufeff${line([...own, ...added])}`);
    for await (const page of pages) yield encoder.encode(page.map(rowLine).join(''));
  }
  return Readable.toWeb(Readable.from(chunks())) as ReadableStream<Uint8Array>;
}

/** As many cells as the header has: what was one too many stands in the last, as it was written. */
function fitted(cells: readonly string[], width: number, delimiter: string): string[] {
  if (cells.length <= width) return [...cells, ...Array<string>(width - cells.length).fill('')];
  return [...cells.slice(0, width - 1), cells.slice(width - 1).join(delimiter)];
}

function reasonOf(faults: MendableRow['faults'], say: Say): string {
  return faults
    .map(({ column, value, reason }) =>
      [column, value === null ? null : `"${value}"`, say(reason)].filter((part) => part !== null).join(' '),
    )
    .join('; ');
}

/** Figures and telephone numbers with a sign are no formulas. */
const formula = /^(?:[=@\t\r\n]|[+-](?![\d\s().,:/-]*$))/;

function written(cell: string, delimiter: string): string {
  const safe = formula.test(cell) ? ` ${cell}` : cell;
  return safe.includes(delimiter) || /["\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
