import { minorDigits } from '#money';
import type { Cell, Interval, Text } from './cell.ts';
import { dayText, instantText, monthText, periodText } from './date-text.ts';
import { plainDecimal, shiftDecimal } from './decimal-text.ts';
import { numberText, type Precision } from './number-text.ts';

/** Says a message of ours in one language; `locale` is that language. */
export type Say = ((text: Text) => string) & { readonly locale: string };

/** What is written where a figure is not known, which is not zero. */
export const unknownText = '–';

/** Totals above this size are shown without minor units; files and exactText hold the whole figure. */
const ROUNDED_ABOVE = 10_000;

type Detail = 'short' | 'exact';

/** The cell with its unit, for sentences and single figures: `41,200 EUR`, `+1.05 EUR (0.65 to 1.45)`, `384 s`. */
export function cellText(cell: Cell, say: Say): string {
  return withUnit(cell, say, 'short');
}

/** The cell under a column head that names the unit: `41,200`, `+1.05 (0.65 to 1.45)`, `384`, `8.1`. */
export function figureText(cell: Cell, say: Say): string {
  return (figure(cell, say, 'short') ?? withUnit(cell, say, 'short')) + intervalOf(cell, say, 'short');
}

/** Whether the cell is a total that is shown without minor units. */
export function isRoundedTotal(cell: Cell): boolean {
  return cell.kind === 'amount' && !cell.whole && Math.abs(Number(cell.amount)) > ROUNDED_ABOVE;
}

/** The cell with nothing rounded away, or why it is not known: what stands behind the short text. */
export function exactText(cell: Cell, say: Say): string {
  if (cell.kind === 'unknown') return say(cell.why ?? { key: 'format.unknown' });
  return withUnit(cell, say, 'exact');
}

/** What stands beside a figure that is made of something else than others of its name. */
export const markSign = '*';

/** What such a figure is made of; null where there is nothing to be said. */
export function markOf(cell: Cell | undefined): Text | null {
  return ((cell?.kind === 'seconds' || cell?.kind === 'share') && cell.mark) || null;
}

function withUnit(cell: Cell, say: Say, detail: Detail): string {
  const bare = figure(cell, say, detail);
  switch (cell.kind) {
    case 'amount':
    case 'perCall':
      return `${bare} ${cell.currency}${intervalOf(cell, say, detail)}`;
    case 'seconds':
      return `${bare} s`;
    case 'share':
      return `${bare}%`;
    case 'count':
    case 'number':
    case 'quantity':
      return bare ?? '';
    default:
      return words(cell, say);
  }
}

/** The bare figure, or null where the cell holds words. */
function figure(cell: Cell, { locale }: Say, detail: Detail): string | null {
  const exact = detail === 'exact';
  switch (cell.kind) {
    case 'amount': {
      const minor = minorDigits(cell.currency);
      const digits = !exact && isRoundedTotal(cell) ? 0 : minor;
      return numberText(cell.amount, { least: digits, most: exact ? 6 : digits }, locale);
    }
    case 'perCall':
      return numberText(cell.value, perCallPrecision(detail, cell.signed), locale);
    case 'count':
      return numberText(cell.value, { least: 0, most: 0 }, locale);
    case 'seconds':
      return numberText(cell.value, { least: 0, most: exact ? 3 : 0 }, locale);
    case 'share':
      return numberText(shiftDecimal(plainDecimal(cell.value), 2), { least: 1, most: exact ? 6 : 1 }, locale);
    case 'number':
      return numberText(cell.value, { least: cell.digits, most: exact ? 9 : cell.digits }, locale);
    case 'quantity':
      return numberText(cell.quantity, { least: 0, most: exact ? 9 : 2 }, locale);
    default:
      return null;
  }
}

type Words = Exclude<Cell, { kind: 'amount' | 'perCall' | 'count' | 'seconds' | 'share' | 'number' | 'quantity' }>;

function words(cell: Words, say: Say): string {
  switch (cell.kind) {
    case 'unknown':
      return unknownText;
    case 'text':
      return cell.text;
    case 'say':
      return say(cell.text);
    case 'list':
      return listText(cell.items, say);
    case 'exact':
      return exactText(cell.cell, say);
    case 'rate':
      return rateText(cell.rate, cell.unit, say.locale);
    case 'day':
      return dayText(cell.day, say.locale);
    case 'month':
      return monthText(cell.month, say.locale);
    case 'period':
      return periodText(cell.from, cell.to, say.locale);
    case 'instant':
      return instantText(cell.ms, cell.zone, say.locale);
    case 'state':
      return say({ key: `states.${cell.state}` });
    case 'zone':
      return say({ key: `zones.${cell.zone}` });
  }
}

function listText(items: readonly Cell[], say: Say): string {
  const locale = say.locale === 'en' ? 'en-GB' : say.locale;
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(items.map((item) => cellText(item, say)));
}

function rateText(rate: string, unit: string, locale: string): string {
  if (unit === '%') return `${numberText(rate, { least: 0, most: 6 }, locale)}%`;
  return `${numberText(rate, { least: minorDigits(unit), most: 6 }, locale)} ${unit}`;
}

function perCallPrecision(detail: Detail, signed: boolean | undefined): Precision {
  return { least: 2, most: detail === 'exact' ? 6 : 2, signed: signed === true };
}

function intervalOf(cell: Cell, say: Say, detail: Detail): string {
  if (cell.kind !== 'perCall' || !cell.interval) return '';
  const text = intervalText(cell.interval, say, detail);
  return text === null ? '' : ` (${text})`;
}

/** `0.65 to 1.45`; an open end is said in words, an interval without ends is null. */
function intervalText({ lower, upper }: Interval, say: Say, detail: Detail): string | null {
  const end = (value: number) => numberText(value, perCallPrecision(detail, false), say.locale);
  if (lower !== null && upper !== null)
    return say({ key: 'format.interval', values: { lower: end(lower), upper: end(upper) } });
  if (lower !== null) return say({ key: 'format.intervalFrom', values: { lower: end(lower) } });
  if (upper !== null) return say({ key: 'format.intervalTo', values: { upper: end(upper) } });
  return null;
}
