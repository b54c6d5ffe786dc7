import type { Cell, CellStyle } from 'hucre/xlsx';
import type { Field, Look } from '../field.ts';

/** A cell of a sheet: what is stored, and how it looks. */
export type SheetCell = Partial<Cell>;

/** Spreadsheets keep 15 digits of a number; a longer one would come back changed. */
const DIGITS_KEPT = 15;

/**
 * A field as a typed cell. Numbers are stored unrounded and shown as on the page; an exact one with more digits than a
 * spreadsheet keeps is stored as text, so that no cent is lost. Days are dates, instants dates in UTC.
 */
export function sheetCell(field: Field): SheetCell {
  const { kind, text } = field;
  switch (kind) {
    case 'nothing':
      return { value: null };
    case 'words':
      return textCell(text);
    case 'code':
      return textCell(field.word);
    case 'day':
      return dateCell(text, 'yyyy-mm-dd');
    case 'month':
      return dateCell(`${text}-01`, 'mmm yyyy');
    case 'instant':
      return dateCell(text, 'yyyy-mm-dd hh:mm:ss" UTC"');
    case 'number':
      return field.exact && digitsOf(text) > DIGITS_KEPT
        ? { ...textCell(text), style: { alignment: { horizontal: 'right' } } }
        : { value: Number(text), style: { numFmt: numberFormat(field.look) } };
  }
}

/**
 * Text that stays text: a string cell is never run as a formula. A rich text of one run keeps a name like `#N/A` from
 * being stored as an error.
 */
export function textCell(text: string): SheetCell {
  const safe = readable(text);
  if (safe === '') return { value: null };
  return safe.startsWith('#') ? { value: safe, richText: [{ text: safe }] } : { value: safe };
}

/** Without half characters and those that XML cannot hold; `_x0041_` would be read as an escaped letter. */
function readable(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\uFFFE\uFFFF]/g, '\uFFFD')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}

function dateCell(iso: string, numFmt: string): SheetCell {
  return { value: new Date(iso), style: { numFmt, alignment: { horizontal: 'left' } } };
}

/** The digits that tell a number from its neighbours: `-0012.50` has three. */
function digitsOf(text: string): number {
  const plain = text.includes('.') ? text.replace(/0+$/, '') : text;
  return plain.replace(/[-.]/g, '').replace(/^0+/, '').length;
}

/** The number format of a spreadsheet: thousands, decimals, the plus of a margin. */
function numberFormat({ decimals, signed, percent }: Look): string {
  const size = `#,##0${decimals > 0 ? `.${'0'.repeat(decimals)}` : ''}${percent ? '"%"' : ''}`;
  return signed ? `+${size};-${size};${size}` : size;
}

/** The same cell with more style. */
export function styled(cell: SheetCell, { alignment, ...style }: CellStyle): SheetCell {
  return { ...cell, style: { ...cell.style, ...style, alignment: { ...cell.style?.alignment, ...alignment } } };
}
