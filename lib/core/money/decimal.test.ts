import { expect, it } from 'vitest';
import { divideByDecimal, parseDecimal, timesDecimal } from './decimal.ts';
import { parseMicros } from './micros.ts';

it('reads exact decimals and nothing else', () => {
  expect(parseDecimal('1.35')).toEqual({ value: 135n, digits: 2 });
  expect(parseDecimal(-0.5)).toEqual({ value: -5n, digits: 1 });
  expect(parseDecimal('0.123456789012')).toEqual({ value: 123_456_789_012n, digits: 12 });
  for (const text of ['1e-7', 'Infinity', '', '1,5', '0x10']) expect(() => parseDecimal(text)).toThrow(RangeError);
  expect(() => parseDecimal(1e-7)).toThrow(RangeError);
});

it('multiplies and divides with one rounding', () => {
  // 9.60 x 0.5 = 4.80; 3.375 / 0.9 = 3.75
  expect(timesDecimal(parseMicros('9.60'), parseDecimal('0.5'))).toBe(parseMicros('4.80'));
  expect(divideByDecimal(parseMicros('3.375'), parseDecimal('0.9'))).toBe(parseMicros('3.75'));
  // 0.000001 x 0.5 is half a micro, away from zero.
  expect(timesDecimal(parseMicros('-0.000001'), parseDecimal('0.5'))).toBe(parseMicros('-0.000001'));
  expect(() => divideByDecimal(parseMicros('1'), parseDecimal('0'))).toThrow('division by zero');
});
