import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatMicros,
  type Micros,
  micros,
  mulDiv,
  mulDivToMinor,
  parseMicros,
  roundToMinor,
  sumMicros,
  toUnits,
} from './micros.ts';

describe('parseMicros and formatMicros', () => {
  it.each([
    ['3.60', 3_600_000n],
    ['-3.6', -3_600_000n],
    ['+0.000001', 1n],
    [' 12 ', 12_000_000n],
    ['0.1000000', 100_000n],
    ['90071992547409.930001', 90_071_992_547_409_930_001n],
  ])('reads %s', (text, expected) => {
    expect(parseMicros(text)).toBe(expected);
  });

  it.each(['', '.', '3,60', '1e3', '0.0000001', 'NaN', '1.', '--1', '1 000'])('refuses "%s"', (text) => {
    expect(() => parseMicros(text)).toThrow(RangeError);
  });

  it.each([
    [3_600_000n, 2, '3.60'],
    [-5_000n, 2, '-0.01'],
    [-4_999n, 2, '0.00'],
    [1_500_000n, 0, '2'],
    [1n, 6, '0.000001'],
    [-1_234_567n, 3, '-1.235'],
  ])('writes %s with %i decimals', (value, digits, expected) => {
    expect(formatMicros(micros(value), digits)).toBe(expected);
  });

  it('reads back what it writes with six decimals', () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 18n), 10n ** 18n), (value) => {
        expect(parseMicros(formatMicros(micros(value), 6))).toBe(value);
      }),
    );
  });
});

describe('mulDiv', () => {
  it.each([
    [1n, 1n, 2n, 1n],
    [-1n, 1n, 2n, -1n],
    [1n, -1n, 2n, -1n],
    [1n, 1n, -2n, -1n],
    [5n, 1n, 3n, 2n],
    [4n, 1n, 3n, 1n],
    [0n, 7n, -3n, 0n],
    [10n ** 18n, 10n ** 18n, 10n ** 18n, 10n ** 18n],
  ])('%s x %s / %s, half away from zero', (a, b, d, expected) => {
    expect(mulDiv(a, b, d)).toBe(expected);
  });

  it('refuses to divide by zero', () => {
    expect(() => mulDiv(1n, 1n, 0n)).toThrow('division by zero');
  });

  it('is never further than a half from the quotient', () => {
    const any = fc.bigInt(-(10n ** 12n), 10n ** 12n);
    fc.assert(
      fc.property(
        any,
        any,
        any.filter((d) => d !== 0n),
        (a, b, d) => {
          const twice = 2n * (mulDiv(a, b, d) * d - a * b);
          const [gap, size] = [twice < 0n ? -twice : twice, d < 0n ? -d : d];
          expect(gap <= size).toBe(true);
        },
      ),
    );
  });
});

describe('rounding to the minor unit', () => {
  it.each([
    ['0.005', 'EUR', '0.01'],
    ['-0.005', 'EUR', '-0.01'],
    ['0.004999', 'EUR', '0'],
    ['0.5', 'JPY', '1'],
    ['2.4999', 'JPY', '2'],
    ['1.0005', 'KWD', '1.001'],
    // Hungary and Pakistan invoice hundredths (ISO 4217), whatever a locale shows.
    ['10.255', 'HUF', '10.26'],
    ['10.255', 'PKR', '10.26'],
  ])('%s %s is %s', (amount, currency, expected) => {
    expect(roundToMinor(parseMicros(amount), currency)).toBe(parseMicros(expected));
  });

  it('rounds once: 0.00499999... is 0.00, though to the micro it would be half a cent', () => {
    // 29,999,999 micros / 6,000 = 4,999.9998 micros; rounded to the micro first it would be 5,000 and then 0.01.
    expect(mulDivToMinor(29_999_999n, 1n, 6_000n, 'EUR')).toBe(0n);
    expect(roundToMinor(micros(mulDiv(29_999_999n, 1n, 6_000n)), 'EUR')).toBe(10_000n);
  });

  it('refuses a currency that is none', () => {
    expect(() => roundToMinor(micros(1), 'EURO')).toThrow('unknown currency "EURO"');
  });
});

it('adds amounts up and turns them into units for drawing', () => {
  expect(sumMicros([parseMicros('0.1'), parseMicros('0.2')])).toBe(parseMicros('0.3'));
  expect(sumMicros([])).toBe(0n);
  expect(toUnits(parseMicros('-2.5'))).toBe(-2.5);
});

it('keeps money and counts apart in the types', () => {
  const takesMoney = (amount: Micros) => amount;
  // @ts-expect-error a count is not money
  takesMoney(3n);
  // @ts-expect-error nor is a number
  takesMoney(3);
  // @ts-expect-error money plus a count is no longer money
  const sum: Micros = micros(1) + 3n;
  expect(sum).toBe(4n);
});
