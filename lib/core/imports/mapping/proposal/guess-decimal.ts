import type { DecimalMark } from '../plain-number.ts';

const marked = /^[^\d]*\d[\d\s'’.,]*[^\d]*$/;

/** Whether values show that a mark sets decimals apart: not three digits behind it, or a mere 0 before, or both marks. */
function decimals(values: readonly string[], mark: '.' | ','): number {
  const other = mark === '.' ? ',' : '.';
  return values.filter((value) => {
    const parts = value.split(mark);
    const [whole = '', behind = ''] = [parts[0], parts[1]?.replace(/\D+$/, '')];
    if (parts.length !== 2 || behind === '' || whole.includes(mark)) return false;
    if (behind.includes(other)) return false;
    return (
      behind.length !== 3 || whole.includes(other) || /(?:^|\D)0*$/.test(whole) || whole.replace(/\D/g, '').length > 3
    );
  }).length;
}

/** Whether every value that has the mark has it before three digits, and shorter ones have none: it sets thousands apart. */
function thousands(values: readonly string[], mark: '.' | ','): boolean {
  const without = values.filter((value) => !value.includes(mark));
  return without.length > 0 && values.some((value) => value.includes(mark));
}

/**
 * The decimal mark of a table's numbers, told by the values: of a mark that always has three digits behind it, it is the
 * decimal one only where no value does without.
 */
export function guessDecimal(values: readonly string[]): DecimalMark {
  const numbers = values.filter((value) => marked.test(value));
  const [points, commas] = [decimals(numbers, '.'), decimals(numbers, ',')];
  if (points !== commas) return commas > points ? 'comma' : 'point';
  const hasComma = numbers.some((value) => value.includes(','));
  const hasPoint = numbers.some((value) => value.includes('.'));
  if (hasComma && !hasPoint) return thousands(numbers, ',') ? 'point' : 'comma';
  if (hasPoint && !hasComma) return thousands(numbers, '.') ? 'comma' : 'point';
  return 'point';
}
