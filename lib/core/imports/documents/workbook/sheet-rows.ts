import type { Shown } from './cell-formats.ts';
import { numberText } from './cell-text.ts';
import { unescapedText } from './shared-strings.ts';
import { attribute, LONGEST_TEXT, NotXml, type Tag, type XmlEvents } from './xml.ts';

/** What a sheet's cells refer to. */
export type Book = { strings: readonly string[]; shown: readonly Shown[]; from1904: boolean };

/** One row of a sheet: its number there, and the texts of its cells. */
export type SheetRow = { row: number; cells: string[] };

/** Rows that a sheet may have, and columns that a call log may have. */
const MOST_ROWS = 1_048_576;

/** The place of a column by its letters, from 0; -1 = there are none. */
function columnOf(reference: string): number {
  let place = 0;
  for (let at = 0; at < 3; at++) {
    const letter = (reference.charCodeAt(at) & 0xdf) - 64;
    if (!(letter >= 1 && letter <= 26)) break;
    place = place * 26 + letter;
  }
  return place - 1;
}

/** The text of a cell by its type, as it is written in the sheet. */
function textOf(type: string, value: string, style: number, { strings, shown, from1904 }: Book): string {
  if (type === 's') return strings[Number(value)] ?? '';
  if (type === 'b') return value.trim() === '1' || value.trim() === 'true' ? 'true' : 'false';
  if (type === 'str' || type === 'inlineStr') return unescapedText(value);
  if (type === 'e' || type === 'd') return value.trim();
  return numberText(value, shown[style] ?? null, from1904);
}

/** Reads the rows of a sheet; `take` gets those that have come, in order. */
export function sheetRows(book: Book, { most, tooWide }: { most: number; tooWide: () => Error }) {
  let rows: SheetRow[] = [];
  let ended = false;
  let inData = false;
  let row = 0;
  let cells: string[] = [];
  let column = -1;
  let type = '';
  let style = -1;
  let value = '';
  let taking = false;
  let aside = 0;

  const beginRow = (tag: Tag) => {
    const number = Number(attribute(tag, 'r') ?? row + 1);
    if (!Number.isInteger(number) || number <= row || number > MOST_ROWS) throw new NotXml('rows out of order');
    row = number;
    cells = [];
    column = -1;
  };
  const beginCell = (tag: Tag) => {
    const reference = attribute(tag, 'r');
    column = reference === null ? column + 1 : columnOf(reference);
    type = attribute(tag, 't') ?? 'n';
    style = Number(attribute(tag, 's') ?? -1);
    value = '';
  };
  const endCell = () => {
    const text = value === '' ? '' : textOf(type, value, style, book);
    if (text === '') return;
    if (column < 0) throw new NotXml('a cell without a place');
    if (column >= most) throw tooWide();
    while (cells.length < column) cells.push('');
    cells[column] = text;
  };
  const events: XmlEvents = {
    open(tag) {
      if (tag.name === 'sheetData') inData = true;
      else if (!inData) return;
      else if (tag.name === 'row') beginRow(tag);
      else if (tag.name === 'c') beginCell(tag);
      else if (tag.name === 'rPh') aside++;
      else if (tag.name === 'v' || tag.name === 't') taking = aside === 0;
    },
    close(name) {
      if (!inData) return;
      if (name === 'v' || name === 't') taking = false;
      else if (name === 'rPh') aside--;
      else if (name === 'c') endCell();
      else if (name === 'row') rows.push({ row, cells });
      else if (name === 'sheetData') {
        inData = false;
        ended = true;
      }
    },
    text(text) {
      if (taking) value += text;
      if (value.length > LONGEST_TEXT) throw new NotXml('a cell without end');
    },
  };
  return {
    events,
    ended: () => ended,
    take(): SheetRow[] {
      const taken = rows;
      rows = [];
      return taken;
    },
  };
}
