import { type Cell, cellText, cellValue, type Say } from '#format';
import { minorDigits } from '#money';

/**
 * One field of a table as a file holds it: `text` is all of it, with nothing rounded (cellValue), and `kind` is what a
 * format with types makes of that text.
 */
export type Field = { text: string } & (
  | { kind: 'nothing' | 'words' | 'day' | 'month' | 'instant' }
  /** A code of ours, with the word that a person knows it by. */
  | { kind: 'code'; word: string }
  /** Decimal text; `exact` has digits that were agreed or paid, the others come from a division. */
  | { kind: 'number'; look: Look; exact: boolean }
);

/** How a number is shown; what is stored is not rounded. */
export type Look = { decimals: number; signed?: true; percent?: true };

const MOST_DECIMALS = 6;

export const nothing: Field = { kind: 'nothing', text: '' };

export function words(text: string): Field {
  return { kind: 'words', text };
}

/** A count, or another whole number. */
export function whole(value: number): Field {
  return { kind: 'number', text: String(value), look: { decimals: 0 }, exact: true };
}

/** A cell as the field of a file. */
export function fieldOf(cell: Cell, say: Say): Field {
  const text = cellValue(cell, say);
  switch (cell.kind) {
    case 'unknown':
      return nothing;
    case 'text':
    case 'say':
    case 'list':
      return words(text);
    case 'exact':
      return fieldOf(cell.cell, say);
    case 'day':
    case 'month':
    case 'instant':
      return { kind: cell.kind, text };
    case 'period':
    case 'state':
    case 'zone':
      return { kind: 'code', text, word: cellText(cell, say) };
    default:
      return { kind: 'number', text, look: lookOf(cell, text), exact: isExact(cell) };
  }
}

type NumberCell = Extract<
  Cell,
  { kind: 'amount' | 'perCall' | 'rate' | 'quantity' | 'count' | 'seconds' | 'share' | 'number' }
>;

function isExact({ kind }: NumberCell): boolean {
  return kind === 'amount' || kind === 'rate' || kind === 'quantity';
}

/** As many decimals as the page shows. */
function lookOf(cell: NumberCell, text: string): Look {
  switch (cell.kind) {
    case 'amount':
      return { decimals: minorDigits(cell.currency) };
    case 'perCall':
      return cell.signed ? { decimals: 2, signed: true } : { decimals: 2 };
    case 'rate':
      return cell.unit === '%'
        ? { decimals: decimalsOf(text), percent: true }
        : { decimals: Math.max(minorDigits(cell.unit), decimalsOf(text)) };
    case 'quantity':
      return { decimals: decimalsOf(text) };
    case 'number':
      return { decimals: cell.digits };
    case 'share':
      return { decimals: 1 };
    case 'count':
    case 'seconds':
      return { decimals: 0 };
  }
}

/** The decimals that decimal text needs, up to those of a rate. */
function decimalsOf(text: string): number {
  const [, fraction = ''] = text.split('.');
  return Math.min(MOST_DECIMALS, fraction.replace(/0+$/, '').length);
}
