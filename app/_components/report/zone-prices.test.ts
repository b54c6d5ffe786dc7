import { describe, expect, it } from 'vitest';
import type { Cell } from '#format';
import type { Row } from '#reports';
import { pricesOf, relative, zoneScale } from './zone-prices.ts';

const money = (value: number): Cell => ({ kind: 'perCall', value, currency: 'EUR' });
const row = (price: number, floor: number, ceiling: number): Row => ({
  id: 'norte/orders',
  cells: { cost: money(price), floor: money(floor), ceiling: money(ceiling), zone: { kind: 'zone', zone: 'broken' } },
});

describe('the prices of a row', () => {
  it('are its cost, floor and ceiling', () => {
    const prices = { price: 3.6, floor: 4.5, ceiling: 2.7, zone: 'broken' } as const;
    expect(pricesOf(row(3.6, 4.5, 2.7))).toEqual(prices);
    expect(relative(prices)).toEqual({ price: 1, floor: 1.25, ceiling: 0.75 });
  });

  it('are none where one is unknown or the price is nothing', () => {
    expect(pricesOf(row(0, 4.5, 2.7))).toBeNull();
    for (const id of ['cost', 'floor', 'ceiling', 'zone']) {
      const { cells } = row(3.6, 4.5, 2.7);
      expect(pricesOf({ id: 'x', cells: { ...cells, [id]: { kind: 'unknown' } } })).toBeNull();
    }
  });
});

describe('the axis of zones', () => {
  it('has the price in the middle and room for the farthest end', () => {
    // the farthest of 4.5/3.6, 2.7/3.6 and 6/4 from 1 is 0.5; with a tenth of room 0.55
    const { min, max } = zoneScale([row(3.6, 4.5, 2.7), row(4, 4, 6)]);
    expect([min, max]).toEqual([expect.closeTo(0.45, 10), expect.closeTo(1.55, 10)]);
  });

  it('does not blow up small rooms, and never goes below nothing', () => {
    // at least a quarter of the price, with a tenth of room
    expect(zoneScale([row(4, 4.04, 4.08)]).max).toBeCloseTo(1.275, 10);
    expect(zoneScale([row(1, 5, 9)])).toMatchObject({ min: 0, max: 2 });
    expect(zoneScale([]).max).toBeCloseTo(1.275, 10);
  });
});
