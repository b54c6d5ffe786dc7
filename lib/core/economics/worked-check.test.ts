import { describe, expect, it } from 'vitest';
import { parseMicros } from '#money';
import { calls, input, program, rowsOf, version, workedVendorCost } from './books.test-data.ts';
import type { Economics } from './economics.ts';
import { economics } from './unit-economics.ts';

/** 100 calls of one length; 8 of them sales of 120.00: 9.60 of revenue a call. */
function at(seconds: number, charges: unknown[] = [{ kind: 'per_call', rate: '3.60' }], over = {}): Economics {
  const versions = [version({ charges, ...over })];
  const programs = [program()];
  const rows = rowsOf(calls(100, seconds, { count: 8, value: '120.00' }), versions, programs);
  const [total] = economics({ ...input({ rows, versions, programs }), by: [] });
  if (!total) throw new Error('no total');
  return total;
}

describe('the worked check of economics.md section 6', () => {
  // c = 14.00 x 1.35 / 3600 / (0.80 x 0.70) = 0.00525 / 0.56 = 0.009375 a second
  it.each([
    // 3.60 - 0.009375 x 300 = 3.60 - 2.8125
    [300, 0.7875, 2.8125, 3.125, 'sound'],
    // 3.60 - 3.375; floor 3.375 / 0.9 = 3.75, which is above the fee
    [360, 0.225, 3.375, 3.75, 'underpriced'],
    // 3.60 - 4.05; floor 4.05 / 0.9 = 4.50, above the ceiling of 3.90
    [432, -0.45, 4.05, 4.5, 'broken'],
  ])('at %i s the vendor earns %d a call', (seconds, margin, cost, floor, zone) => {
    const { perCall, breakEvenAht, ...rest } = at(seconds);
    expect(rest.aht).toBe(seconds);
    expect(perCall.cost).toBe(3.6);
    expect(perCall.revenue).toBe(9.6);
    expect(perCall.contribution).toBe(4.8);
    // 4.80 - 3.60 - 0.40
    expect(perCall.margin).toBe(0.8);
    // 4.80 - 0.40 - 0.50
    expect(perCall.ceiling).toBe(3.9);
    expect(perCall.vendorCost?.value).toBe(cost);
    expect(perCall.vendorMargin?.value).toBe(margin);
    expect(perCall.floor?.value).toBe(floor);
    expect(breakEvenAht?.value).toBe(384);
    expect(rest.zone).toBe(zone);
    expect(rest.conversion).toBe(0.08);
    // 360.00 / 480.00, and 360.00 / 8 sales
    expect(rest.costRatio).toBe(0.75);
    expect(rest.costPerSale).toBe(45);
    expect(rest.gaps).toEqual([]);
  });

  it('answers at the ends of the wage as well: `low` is the low wage', () => {
    // 12.50: c = 12.5 x 1.35 / 3600 / 0.56 = 0.00837054; 16.00: 0.01071429
    const { perCall, breakEvenAht } = at(360);
    expect(perCall.vendorCost?.low).toBeCloseTo(3.013393, 6);
    expect(perCall.vendorCost?.high).toBeCloseTo(3.857143, 6);
    expect(perCall.vendorMargin?.low).toBeCloseTo(0.586607, 6);
    expect(perCall.vendorMargin?.high).toBeCloseTo(-0.257143, 6);
    expect(breakEvenAht?.low).toBeCloseTo(430.08, 6);
    expect(breakEvenAht?.high).toBeCloseTo(336, 5);
  });

  it('takes the overhead off the fee before it buys handle time', () => {
    // (3.60 - 0.45) / 0.009375 = 336 s; cost 3.375 + 0.45; floor 3.825 / 0.9
    const { perCall, breakEvenAht } = at(360, undefined, {
      vendorCost: { ...workedVendorCost, overheadPerCall: '0.45' },
    });
    expect(breakEvenAht?.value).toBeCloseTo(336, 9);
    expect(perCall.vendorCost?.value).toBe(3.825);
    expect(perCall.floor?.value).toBe(4.25);
  });

  it('says where floor and ceiling meet', () => {
    // 3.90 x 0.9 / 0.009375 = 374.4 s; (4.50 + 0.40 + 0.50) / 0.5 = 10.80 of revenue a call at 432 s
    const { meetingPoint } = at(432);
    expect(meetingPoint?.aht?.value).toBeCloseTo(374.4, 9);
    expect(meetingPoint?.revenuePerCall?.value).toBeCloseTo(10.8, 9);
    // A call of that length, or of that revenue, has a zone of one price.
    const { perCall } = at(374.4);
    expect(perCall.floor?.value).toBeCloseTo(perCall.ceiling ?? Number.NaN, 9);
  });

  it.each([
    // pricing-models.md section 2.1: what the client pays at 300, 360 and 432 s
    ['per minute, 30/6', { initialSeconds: 30, incrementSeconds: 6 }, [3, 3.6, 4.32], [0.1875, 0.225, 0.27]],
    ['per minute, 60/60', { initialSeconds: 60, incrementSeconds: 60 }, [3, 3.6, 4.8], [0.1875, 0.225, 0.75]],
  ])('%s', (_, rating, paid, margins) => {
    for (const [index, seconds] of [300, 360, 432].entries()) {
      const { perCall } = at(seconds, [{ kind: 'per_minute', rate: '0.60' }], { rating });
      expect(perCall.cost).toBe(paid[index]);
      expect(perCall.vendorMargin?.value).toBe(margins[index]);
    }
  });

  it.each([
    ['per sale 45.00', { kind: 'per_outcome', outcome: 'sale', rate: '45.00' }],
    ['revenue share 37.5%', { kind: 'revenue_share', percent: '37.5' }],
  ])('%s costs 3.60 a call at any handle time', (_, charge) => {
    for (const seconds of [300, 360, 432]) expect(at(seconds, [charge]).perCall.cost).toBe(3.6);
    expect(at(432, [charge]).perCall.vendorMargin?.value).toBe(-0.45);
  });

  it('keeps totals exact', () => {
    const { money } = at(360);
    expect(money).toEqual({
      charges: parseMicros('360.00'),
      revenue: parseMicros('960.00'),
      contribution: parseMicros('480.00'),
    });
  });
});
