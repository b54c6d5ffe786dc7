import { describe, expect, it } from 'vitest';
import type { Cell, Interval } from '#format';
import type { Row } from '#reports';
import { keepsLess, pairOf, pairScale } from './pair.ts';

const money = (value: number): Cell => ({ kind: 'perCall', value, currency: 'EUR' });
const margin = (value: number, interval?: Interval): Cell => ({
  ...{ kind: 'perCall', value, currency: 'EUR', signed: true },
  ...(interval && { interval }),
});
const row = (cells: Row['cells']): Row => ({ id: 'norte/orders', cells });
const unknown: Cell = { kind: 'unknown' };

describe('a pair', () => {
  it('puts what a call keeps as far from its cost as the margin, and the whisker around it', () => {
    // 3.60 + 0.80 = 4.40 is kept of 9.60; the interval 0.50 to 1.10 lies at 4.10 to 4.70
    const pair = pairOf(
      row({ cost: money(3.6), revenue: money(9.6), margin: margin(0.8, { lower: 0.5, upper: 1.1 }) }),
    );
    expect(pair).toMatchObject({ cost: 3.6, revenue: 9.6, faint: false });
    expect(pair.kept).toBeCloseTo(4.4, 10);
    expect(pair.whisker?.lower).toBeCloseTo(4.1, 10);
    expect(pair.whisker?.upper).toBeCloseTo(4.7, 10);
  });

  it('has no whisker where an end is open', () => {
    expect(pairOf(row({ cost: money(3.6), margin: margin(-1, { lower: null, upper: 0.2 }) })).whisker).toBeNull();
    expect(pairOf(row({ cost: money(3.6), margin: margin(-1, { lower: -2, upper: null }) })).whisker).toBeNull();
  });

  it('draws nothing of what is not known, which is not zero', () => {
    const nothing = { cost: null, revenue: null, kept: null, whisker: null, faint: false };
    expect(pairOf(row({}))).toEqual(nothing);
    expect(pairOf(row({ cost: unknown, revenue: unknown, margin: unknown }))).toEqual(nothing);
    expect(pairOf(row({ cost: unknown, margin: margin(0.8, { lower: 0.5, upper: 1 }) }))).toEqual(nothing);
  });

  it('is faint only without enough evidence', () => {
    expect(pairOf(row({ state: { kind: 'state', state: 'not_enough_evidence' } })).faint).toBe(true);
    expect(pairOf(row({ state: { kind: 'state', state: 'at_risk' } })).faint).toBe(false);
  });
});

describe('the axis of pairs', () => {
  const pair = { cost: 3.6, revenue: 9.6, kept: 4.4, whisker: { lower: -90, upper: 90 }, faint: false };

  it('holds every mark from zero, and no whisker', () => {
    expect(pairScale([pair]).ticks).toEqual([0, 2.5, 5, 7.5, 10]);
    expect(pairScale([{ ...pair, kept: -1, revenue: null }]).min).toBeLessThanOrEqual(-1);
  });

  it('has no ticks where nothing is known', () => {
    expect(pairScale([pairOf(row({}))])).toEqual({ min: 0, max: 1, ticks: [] });
  });

  it('marks revenue apart once a call keeps less of it than half a cent', () => {
    expect(keepsLess([{ ...pair, revenue: 4.404 }])).toBe(false);
    expect(keepsLess([{ ...pair, revenue: 4.404 }, pair])).toBe(true);
    expect(keepsLess([{ ...pair, kept: null }])).toBe(false);
  });
});
