import { describe, expect, it } from 'vitest';
import { saying } from '../said.test-data.ts';
import { readAmount, readCurrency } from './amount.ts';
import { readSeconds } from './seconds.ts';
import { readId, readText } from './text.ts';
import { wordReader } from './word.ts';

const fault = (text: string) => ({ fault: saying(text) });

describe('readSeconds', () => {
  it.each([
    ['0', 0],
    ['61', 61_000],
    ['29.999', 29_999],
    ['1.1', 1_100],
    // 1.005 x 1000 is 1004.9999999999999 in binary fractions.
    ['1.005', 1_005],
    ['86400', 86_400_000],
    ['0086', 86_000],
  ])('reads %s seconds as %d ms', (text, ms) => expect(readSeconds(text)).toBe(ms));

  it.each(['', '-', '--', 'N/A', '[None]', 'null', 'NaN', 'Infinity', '1e3', '0x10', '1 000', '.5', '5.', '٣'])(
    'never takes %j for 0',
    (text) => expect(readSeconds(text)).toEqual(fault('is not a number of seconds')),
  );

  it('says what is wrong with what is nearly a number', () => {
    expect(readSeconds('-0.5')).toEqual(fault('is negative'));
    expect(readSeconds('1,5')).toEqual(fault('has a comma'));
    expect(readSeconds('0.0001')).toEqual(fault('more than three decimals'));
    expect(readSeconds('86400.001')).toEqual(fault('longer than 24 hours'));
    expect(readSeconds('999999999')).toEqual(fault('longer than 24 hours'));
  });
});

describe('readAmount', () => {
  it('reads exact amounts, given back ones negative', () => {
    expect(readAmount('0.1')).toBe(100_000n);
    expect(readAmount('-12.345678')).toBe(-12_345_678n);
    expect(readAmount('+3')).toBe(3_000_000n);
    expect(readAmount('999999999999.999999')).toBe(999_999_999_999_999_999n);
  });

  it.each(['1,234.50', '1.234,50', '12 EUR', '€5', '(5)', '5-', '1000000000000', '0.0000001', '-'])(
    'refuses %j',
    (text) => expect(readAmount(text)).toEqual(fault('is not an amount')),
  );

  it('knows the currencies of ISO 4217 in capitals', () => {
    expect(readCurrency('EUR')).toBe('EUR');
    expect(readCurrency('eur')).toEqual(fault('ISO 4217'));
    expect(readCurrency('EURO')).toEqual(fault('ISO 4217'));
  });
});

describe('readText and readId', () => {
  it('take 200 characters and no more', () => {
    expect(readText('x'.repeat(200))).toHaveLength(200);
    expect(readText('x'.repeat(201))).toEqual(fault('longer than 200'));
  });

  it('make one space of a line break in words, and refuse it in an id', () => {
    expect(readText('ATTIVITA\r\n  CESSATA')).toBe('ATTIVITA CESSATA');
    expect(readId('n\n1')).toEqual(fault('control character'));
  });

  it.each(['a\0b', 'a\u0007b', 'a\u007fb', 'a\u0081b'])('refuse %j', (text) => {
    expect(readText(text)).toEqual(fault('control character'));
    expect(readId(text)).toEqual(fault('control character'));
  });
});

describe('wordReader', () => {
  const read = wordReader({ yes: true, no: false });

  it('reads its words in any capitals, and says which there are', () => {
    expect(read('yes')).toBe(true);
    expect(read('No')).toBe(false);
    expect(read('maybe')).toEqual(fault('is none of yes, no'));
    expect(read('constructor')).toEqual(fault('is none of yes, no'));
  });
});
