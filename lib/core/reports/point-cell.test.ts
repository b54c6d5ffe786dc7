import { describe, expect, it } from 'vitest';
import { pointCell } from './point-cell.ts';

const point = { day: '2026-07-06', value: 0.5, calls: 10 };
const euros = { key: 'units.money', values: { currency: 'EUR' } };

describe('a point as a cell', () => {
  it.each([
    [euros, { kind: 'perCall', value: 0.5, currency: 'EUR' }],
    [{ key: 'units.seconds' }, { kind: 'seconds', value: 0.5 }],
    [{ key: 'units.percent' }, { kind: 'share', value: 0.5 }],
    [{ key: 'units.other' }, { kind: 'number', value: 0.5, digits: 2 }],
  ])('follows from the unit: %j', (unit, cell) => {
    expect(pointCell(unit, point)).toEqual(cell);
    expect(pointCell(unit, { ...point, value: null })).toEqual({ kind: 'unknown' });
  });

  it('takes the interval of money with it', () => {
    const interval = { lower: 0.25, upper: null };
    expect(pointCell(euros, { ...point, interval })).toMatchObject({ interval });
  });
});
