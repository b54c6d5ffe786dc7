import type { Fault } from './fault.ts';

type Range = { most: number; decimals: number; positive?: boolean };

/** The same number without leading zeros, a plus or trailing zeros: two spellings of a number are one value. */
function plain(text: string): string {
  const [whole = '', fraction = ''] = text.replace(/^\+/, '').split('.');
  const kept = fraction.replace(/0+$/, '');
  return whole.replace(/^0+(?=\d)/, '') + (kept && `.${kept}`);
}

/**
 * Reader of a number that is not negative (or is above 0) and at most `most`, with at most so many decimals after a
 * point. It comes as an exact decimal text, never as a float.
 */
export function decimalReader({ most, decimals, positive = false }: Range): (text: string) => string | Fault {
  const shape = new RegExp(String.raw`^\+?\d{1,15}${decimals > 0 ? String.raw`(?:\.\d{1,${decimals}})?` : ''}$`);
  return (text) => {
    if (/^-\d+(\.\d+)?$/.test(text)) return { fault: { key: 'rejects.negative' } };
    if (/^\d+,\d+$/.test(text)) return { fault: { key: 'rejects.comma_in_number' } };
    if (!shape.test(text)) return { fault: { key: 'rejects.not_a_number', values: { decimals } } };
    if (Number(text) > most) return { fault: { key: 'rejects.above', values: { most } } };
    return positive && Number(text) === 0 ? { fault: { key: 'rejects.zero' } } : plain(text);
  };
}

/** Reader of a whole number from 0 (or 1) to `most`. */
export function wholeReader(range: Omit<Range, 'decimals'>): (text: string) => number | Fault {
  const read = decimalReader({ ...range, decimals: 0 });
  return (text) => {
    const whole = read(text);
    return typeof whole === 'string' ? Number(whole) : whole;
  };
}
