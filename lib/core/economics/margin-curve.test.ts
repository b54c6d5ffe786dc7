import { describe, expect, it } from 'vitest';
import { handled, input, row, sold, version } from './books.test-data.ts';
import type { BooksInput } from './input.ts';
import { costAtHandleTime, marginCurve } from './margin-curve.ts';

/** 1,000 calls of 360 s and 9.60 of revenue each; contribution 4.80, other cost 0.40; c = 0.009375 a second. */
function curveOf(charges: unknown[], over: Partial<BooksInput> = {}) {
  const curve = marginCurve(input({ rows: [handled(1000, sold('9600'))], versions: [version({ charges })], ...over }));
  if (!curve) throw new Error('no curve');
  const at = (aht: number) => curve.points.find((point) => Math.abs(point.aht - aht) < 1e-6);
  return { ...curve, at };
}

describe('margins against handle time', () => {
  it('reaches from 60% to 160% of the recorded AHT', () => {
    const { points, today } = curveOf([{ kind: 'per_call', rate: '3.60' }]);
    expect(today).toBe(360);
    expect([points[0]?.aht, points.at(-1)?.aht, points.length]).toEqual([216, 576, 21]);
  });

  it('leaves the risk with the vendor under a price by the call', () => {
    const { at, slope, breakEven } = curveOf([{ kind: 'per_call', rate: '3.60' }]);
    // 3.60 - 0.009375 x 306 (85%) = 0.73125, and x 432 (120%) = -0.45
    expect(at(306)?.vendor?.value).toBeCloseTo(0.73125, 10);
    expect(at(432)?.vendor?.value).toBeCloseTo(-0.45, 10);
    expect([at(306)?.client, at(432)?.client]).toEqual([0.8, 0.8]);
    expect(slope.vendor).toBeCloseTo(-0.009375, 8);
    expect(slope.client).toBe(0);
    expect(breakEven.vendor).toBeCloseTo(384, 8);
    expect(breakEven.client).toBeNull();
  });

  it('leaves it with the client under a price by the minute', () => {
    const { slope, breakEven } = curveOf([{ kind: 'per_minute', rate: '0.60' }]);
    expect(slope.client).toBeCloseTo(-0.01, 8);
    expect(slope.vendor).toBeCloseTo(0.01 - 0.009375, 8);
    // 4.40 / 0.01
    expect(breakEven.client).toBeCloseTo(440, 8);
    expect(breakEven.vendor).toBeNull();
  });

  it('shares it inside and outside a collar', () => {
    const collar = { kind: 'aht_collar', low: 330, high: 390, perSecond: '0.008' };
    const { at, slope } = curveOf([{ kind: 'per_call', rate: '3.60' }, collar]);
    expect(slope.client).toBe(0);
    // 432 s is 42 s outside: 0.336 more a call, so -0.45 + 0.336
    expect(at(432)?.vendor?.value).toBeCloseTo(-0.114, 10);
    expect(at(432)?.client).toBeCloseTo(0.8 - 0.336, 10);
  });

  it('stands still while a minimum is not reached', () => {
    // 3.00 a call at 300 s is 3,000; 4,000 is reached at 400 s
    const charges = [
      { kind: 'per_minute', rate: '0.60' },
      { kind: 'minimum', amount: '4000.00' },
    ];
    const { at, slope } = curveOf(charges);
    expect(slope.client).toBe(0);
    expect(at(306)?.client).toBeCloseTo(0.4, 10);
    expect(at(432)?.client).toBeCloseTo(4.4 - 4.32, 10);
  });

  it('loses nothing to rounding over many small rows', () => {
    // 1,000 rows of one call of 360 s: a second more each is 1,000 s more in all
    const rows = Array.from({ length: 1000 }, () => handled(1, sold('9.60')));
    const { slope } = curveOf([{ kind: 'per_minute', rate: '0.60' }], { rows });
    expect(slope.client).toBeCloseTo(-0.01, 8);
  });

  it('lets logged hours grow with handle time', () => {
    const hours = [
      {
        vendor: 'norte',
        program: 'orders',
        day: input().period.from,
        contractId: 'c1',
        loggedHours: '125',
        productiveHours: null,
        fte: null,
      },
    ];
    const inputs = { hours, scores: [], indices: [] };
    // 125 h x 28.80 = 3.60 a call at 360 s
    const { at } = curveOf([{ kind: 'per_hour', basis: 'logged', rate: '28.80' }], { inputs });
    expect(at(432)?.client).toBeCloseTo(4.4 - 4.32, 10);
  });

  it('prices a call of another length', () => {
    const books = input({
      rows: [handled(1000)],
      versions: [version({ charges: [{ kind: 'per_minute', rate: '0.60' }] })],
    });
    // 5 minutes at 0.60
    expect(costAtHandleTime(books, 300)).toBe(3);
    expect(costAtHandleTime({ ...books, rows: [] }, 300)).toBeNull();
  });

  it('has a gap where a margin is not known', () => {
    const { points, slope } = curveOf([{ kind: 'per_call', rate: '3.60' }], { rows: [handled(1000)] });
    expect(points.every(({ client, vendor }) => client === null && vendor !== null)).toBe(true);
    expect(slope.client).toBeNull();
    expect(marginCurve(input({ rows: [row()] }))).toBeNull();
  });
});
