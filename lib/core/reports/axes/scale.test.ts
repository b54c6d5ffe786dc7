import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeOn, scaleAround, scaleOf, tickDigits } from './scale.ts';

describe('an axis from zero', () => {
  it.each([
    // 9.6 / 4 = 2.4, the next round step is 2.5; 9.6 / 2.5 = 3.84, so four steps.
    [
      [3.6, 9.6],
      [0, 2.5, 5, 7.5, 10],
    ],
    // 1.25 / 4 = 0.3125, the next round step is 0.5; one step below zero, two above.
    [
      [-0.45, 0.8],
      [-0.5, 0, 0.5, 1],
    ],
    // 0.3 / 4 = 0.075, the next round step is 0.1; three of them are 0.3 and not 0.30000000000000004, nor is there a fourth.
    [[0.3], [0, 0.1, 0.2, 0.3]],
    [
      [432, 384, 300],
      [0, 200, 400, 600],
    ],
    [[], [0, 0.25]],
  ])('of %j has the ticks %j', (values, ticks) => {
    expect(scaleOf(values)).toEqual({ min: ticks[0], max: ticks.at(-1), ticks });
  });

  it('holds zero and every value, between ticks at even distances', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { maxLength: 5 }), (values) => {
        const { min, max, ticks } = scaleOf(values.map((value) => Math.round(value * 100) / 100));
        expect(Math.min(0, ...values)).toBeGreaterThanOrEqual(min - 0.01);
        expect(Math.max(0, ...values)).toBeLessThanOrEqual(max + 0.01);
        expect(ticks.length).toBeLessThanOrEqual(7);
        const step = (ticks[1] ?? 0) - (ticks[0] ?? 0);
        for (const [index, tick] of ticks.entries()) expect(tick).toBeCloseTo(min + index * step, 6);
      }),
    );
  });
});

describe('an axis around its values', () => {
  it('leaves a fifth of their spread on both sides', () => {
    // 0.9 x 0.2 = 0.18, so 3.42 to 4.68; 1.26 / 6 = 0.21, the next round step is 0.25.
    const ticks = [3.25, 3.5, 3.75, 4, 4.25, 4.5, 4.75];
    expect(scaleAround([4.5, 3.6, 3.9], 6)).toEqual({ min: 3.25, max: 4.75, ticks });
  });

  it('does not go below zero for room, but does for a value', () => {
    expect(scaleAround([0.1, 1]).min).toBe(0);
    expect(scaleAround([-0.1, 1]).min).toBeLessThan(-0.1);
  });

  it('has a length where all values are one', () => {
    expect(scaleAround([5])).toEqual({ min: 4, max: 6, ticks: [4, 4.5, 5, 5.5, 6] });
  });
});

describe('the decimals of ticks', () => {
  it.each([
    [[0, 2, 4], 0],
    [[0, 2.5, 5], 1],
    [[0, 0.25], 2],
    [[-0.005, 0, 0.005], 3],
    [[], 0],
  ])('%j need %i', (ticks, digits) => {
    expect(tickDigits(ticks)).toBe(digits);
  });
});

describe('a place on an axis', () => {
  it.each([
    [2.5, 25],
    [0, 0],
    [-1, 0],
    [11, 100],
  ])('%d of 0 to 10 is at %d%%', (value, place) => {
    expect(placeOn({ min: 0, max: 10, ticks: [] }, value)).toBe(place);
  });

  it('counts from the lower end', () => {
    expect(placeOn({ min: -1, max: 3, ticks: [] }, 0)).toBe(25);
  });
});
