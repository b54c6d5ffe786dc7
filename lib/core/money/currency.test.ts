import { expect, it } from 'vitest';
import { isCurrency, minorDigits } from './currency.ts';

it.each([
  ['EUR', 2],
  ['JPY', 0],
  ['KWD', 3],
  ['TND', 3],
  // Where Intl's locale data says 0, ISO 4217 says:
  ['HUF', 2],
  ['ALL', 2],
  ['PKR', 2],
  ['COP', 2],
  ['IQD', 3],
])('%s has %i decimals', (currency, digits) => {
  expect(minorDigits(currency)).toBe(digits);
});

it('knows codes in capitals only', () => {
  expect(isCurrency('EUR')).toBe(true);
  expect(isCurrency('eur')).toBe(false);
  expect(() => minorDigits('ZZZ')).toThrow(RangeError);
});
