import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainDecimal, shiftDecimal } from './decimal-text.ts';

describe('plainDecimal', () => {
  it.each([
    [3.6, '3.6'],
    [-0.0000001, '-0.0000001'],
    [1.5e-9, '0.0000000015'],
    [1e21, '1000000000000000000000'],
    [0, '0'],
    [-0, '0'],
  ])('%s is %s', (value, text) => expect(plainDecimal(value)).toBe(text));

  it('has no text for what is not a number', () => {
    expect(() => plainDecimal(Number.NaN)).toThrow(RangeError);
    expect(() => plainDecimal(Number.POSITIVE_INFINITY)).toThrow(RangeError);
  });

  it('reads back as the same number', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const text = plainDecimal(value);
        expect(text).toMatch(/^-?\d+(\.\d+)?$/);
        expect(Number(text)).toBe(value === 0 ? 0 : value);
      }),
    );
  });
});

describe('shiftDecimal', () => {
  it.each([
    ['0.081', 2, '8.1'],
    ['1', 2, '100'],
    ['0', 2, '0'],
    ['-0.005', 2, '-0.5'],
    ['12.5', -2, '0.125'],
    ['7', -3, '0.007'],
    ['0.07', 2, '7'],
  ])('%s by %i places is %s', (text, places, shifted) => expect(shiftDecimal(text, places)).toBe(shifted));

  it('shifts there and back', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: -12, max: 12 }), (value, places) => {
        expect(shiftDecimal(shiftDecimal(String(value), places), -places)).toBe(String(value));
      }),
    );
  });
});
