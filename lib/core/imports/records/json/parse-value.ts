import type { RowFault } from '../../log-format.ts';

/** Characters that a record may have: one that is never closed must not gather a file of any size in memory. */
export const LONGEST_RECORD = 4_194_304;
/** Lists and objects within each other that a record may have: no log has more than a dozen. */
export const DEEPEST = 64;

/** Which numbers are kept as their text where a double would change them: ids only, or amounts of money too. */
export type Exact = 'whole_numbers' | 'all_numbers';

/** What a text came to: a value, or why it is none. */
export type ParsedValue = { value: unknown } | { fault: RowFault };

const whole = (reason: RowFault['reason']): { fault: RowFault } => ({ fault: { column: null, value: null, reason } });
const notJson = whole({ key: 'rejects.not_json' });
/** A record whose lists and objects lie too deep in each other. */
export const tooDeep = whole({ key: 'rejects.too_deep', values: { deepest: DEEPEST } });

/** What a number looks like of which a double may not keep every digit (it keeps 15). */
const long = /\d[\d.]{15}/;

function isKept(source: string, value: number, exact: Exact): boolean {
  if (exact === 'whole_numbers' && !/^-?\d+$/.test(source)) return true;
  const digits = source.replace(/e.*$/i, '').replace(/\D/g, '').replace(/^0+/, '');
  return digits.length <= 15 || String(value) === source;
}

/** A half of a character: JSON can write one, and nothing else can keep it. */
const halfCharacter = /\\ud[89a-f]/i;

function parse(text: string, exact: Exact): unknown {
  if (!long.test(text) && !halfCharacter.test(text)) return JSON.parse(text);
  const keep = (_: string, value: unknown, { source = '' }: { source?: string }) => {
    if (typeof value === 'string') return value.toWellFormed();
    return typeof value !== 'number' || isKept(source, value, exact) ? value : source;
  };
  return JSON.parse(text, keep as Parameters<typeof JSON.parse>[1]);
}

/** Whether a value's lists and objects lie too deep in each other; quotes are looked at, so that texts do not count. */
function isDeep(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x22) at = closingQuote(text, at + 1);
    else if (code === 0x7b || code === 0x5b) {
      if (++depth > DEEPEST) return true;
    } else if (code === 0x7d || code === 0x5d) depth--;
  }
  return false;
}

function closingQuote(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x22) return at;
    if (code === 0x5c) at++;
  }
  return text.length;
}

/**
 * Reads the text of one JSON value. A number of which a double would lose digits is kept as its text, and halves of
 * characters are replaced. Of a key that
 * comes twice the last value stands, as everywhere.
 */
export function parseValue(text: string, exact: Exact): ParsedValue {
  try {
    return isDeep(text) ? tooDeep : { value: parse(text, exact) };
  } catch {
    return notJson;
  }
}
