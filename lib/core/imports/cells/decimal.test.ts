import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { saying } from '../said.test-data.ts';
import { readCode } from './code.ts';
import { readDay, readMonth } from './day.ts';
import { decimalReader, wholeReader } from './decimal.ts';

const fault = (text: string) => ({ fault: saying(text) });

describe('decimalReader', () => {
  const read = decimalReader({ most: 100, decimals: 2 });

  it.each([
    ['0', '0'],
    ['+7', '7'],
    ['007.50', '7.5'],
    ['0.00', '0'],
    ['100.00', '100'],
  ])('reads %s as %s', (text, value) => expect(read(text)).toBe(value));

  it.each([
    ['-0.1', 'is negative'],
    ['1,5', 'has a comma'],
    ['100.01', 'is more than 100'],
    ['1.234', 'at most 2 decimals'],
    ...['', '-', '.5', '5.', '1e2', '0x1', '1 000', '1.000,5', 'NaN', '٣', '--1'].map((text) => [
      text,
      'is not a number',
    ]),
  ])('refuses %j, which %s', (text, reason) => expect(read(text)).toEqual(fault(reason)));

  it('gives two spellings of a number one text, and never another number', () => {
    const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{1,${length}}$`));
    fc.assert(
      fc.property(digits(13), digits(6), fc.nat(3), (whole, fraction, zeros) => {
        const any = decimalReader({ most: 1e15, decimals: 9 });
        const text = any(`${whole}.${fraction}`);
        expect(any(`+${'0'.repeat(zeros % 2)}${whole}.${fraction}${'0'.repeat(zeros)}`)).toBe(text);
        const scaled = (value: string) => {
          const [units = '', part = ''] = value.split('.');
          return BigInt(units + part.padEnd(9, '0'));
        };
        expect(scaled(String(text))).toBe(scaled(`${whole}.${fraction}`));
      }),
    );
  });

  it('can ask for more than 0', () => {
    const positive = decimalReader({ most: 100, decimals: 2, positive: true });
    expect(positive('0.01')).toBe('0.01');
    expect(positive('0.00')).toEqual(fault('is 0'));
  });
});

describe('wholeReader', () => {
  const read = wholeReader({ most: 1_000 });
  it('reads whole numbers', () => expect([read('0'), read('0042'), read('1000')]).toEqual([0, 42, 1_000]));
  it.each([
    ['1.0', 'digits only'],
    ['1001', 'is more than 1000'],
    ['-1', 'is negative'],
  ])('refuses %s', (text, reason) => expect(read(text)).toEqual(fault(reason)));
});

describe('readDay and readMonth', () => {
  it('read what exists', () => {
    expect(readDay('2028-02-29')).toBe('2028-02-29');
    expect(readMonth('2026-03')).toBe('2026-03');
    expect(readMonth('2026-03-01')).toBe('2026-03');
  });

  it.each([
    ['2026-02-29', 'there is no 29 February 2026'],
    ['2026-00-10', 'has no such month (0)'],
    ['1969-12-31', 'outside the years'],
    ['2026-3-1', 'is not a date'],
    ['2026-03-01 00:00', 'is not a date'],
    ['46082', 'is not a date'],
  ])('refuse %s as a day', (text, reason) => expect(readDay(text)).toEqual(fault(reason)));

  it.each([
    ['2026-13', 'has no such month (13)'],
    ['2200-01', 'outside the years'],
    ['2026-03-02', 'is not a month'],
    ['03/2026', 'is not a month'],
  ])('refuse %s as a month', (text, reason) => expect(readMonth(text)).toEqual(fault(reason)));
});

it('readCode takes the names that contracts take', () => {
  expect(readCode('it_labour-2')).toBe('it_labour-2');
  for (const text of ['IT', 'a b', '_x', '', 'x'.repeat(41)]) expect(readCode(text)).toEqual(fault('is not a code'));
});
