import { describe, expect, it } from 'vitest';
import { MissingRateError, parseMicros, rateTable } from '#money';
import { parseDay } from '#time';
import { charged, groupsOf, handled, program, sold, totalOf, version } from './books.test-data.ts';

const day = parseDay;
const eur = parseMicros;

describe('currencies', () => {
  const rates = rateTable([
    { day: '2026-03-02', currency: 'USD', rate: '1.25' },
    { day: '2026-03-12', currency: 'USD', rate: '1.75' },
  ]);
  const rows = [handled(10), handled(10, { day: day('2026-03-12') })];

  it("converts charges by the contract's rule: the month's mean, or the rate of the call's day", () => {
    // 3.60 USD x 20 = 72.00 USD at (1.25 + 1.75) / 2 = 1.50: 48.00 EUR
    const inUsd = version({ currency: 'USD' });
    expect(totalOf({ rows, rates, versions: [inUsd] }).money.charges).toBe(eur('48'));
    // 36.00 / 1.25 + 36.00 / 1.75 = 28.80 + 20.571429
    const byDay = version({ currency: 'USD', exchange: 'call_day' });
    expect(charged(groupsOf({ rows, rates, versions: [byDay] }, 'day'))).toEqual([
      ['2026-03-02', eur('28.80')],
      ['2026-03-12', eur('20.571429')],
    ]);
  });

  it("converts the vendor's cost by the same rule", () => {
    // 3.375 USD a call at 1.50 = 2.25 EUR
    const found = totalOf({ rows, rates, versions: [version({ currency: 'USD' })] });
    expect(found.perCall.vendorCost?.value).toBe(2.25);
    // (3.375 / 1.25 + 3.375 / 1.75) / 2 = (2.70 + 1.92857143) / 2
    const byDay = totalOf({ rows, rates, versions: [version({ currency: 'USD', exchange: 'call_day' })] });
    expect(byDay.perCall.vendorCost?.value).toBeCloseTo(2.31428571, 6);
  });

  it("converts revenue and the program's amounts at the rate of the day", () => {
    // 125 USD / 1.25 = 100; 175 USD / 1.75 = 100; contribution half of 200; other cost 10 x 0.40 / 1.25 + 10 x 0.40 / 1.75
    const programs = [program({ currency: 'USD' })];
    const own = rows.map((each, index) => ({ ...each, ...sold(index === 0 ? '125' : '175'), currency: 'USD' }));
    const found = totalOf({ rows: own, rates, programs });
    expect(found.money.revenue).toBe(eur('200'));
    expect(found.money.contribution).toBe(eur('100'));
    // margin = (100 - 72 - 3.20 - 2.285714) / 20
    expect(found.perCall.margin).toBeCloseTo(22.514286 / 20, 9);
  });

  it('names a missing rate', () => {
    expect(() => totalOf({ rows, versions: [version({ currency: 'USD' })] })).toThrow(MissingRateError);
    expect(() => totalOf({ rows: [handled(1, { ...sold('5'), currency: 'GBP' })] })).toThrow(/GBP/);
  });
});

describe('the required margin', () => {
  it('may be a share of contribution', () => {
    // contribution 4.80: ceiling 4.80 - 0.40 - 0.48 = 3.92
    const programs = [program({ requiredMargin: { share: '0.1' } })];
    const found = totalOf({ rows: [handled(10, { ...sold('96'), seconds: 432 })], programs });
    expect(found.perCall.ceiling).toBe(3.92);
    // over 10 calls: 10 x 0.40, 10 x 0.48, 4,320 s x 0.009375, and 40.50 / 0.9
    expect(found.inputs).toEqual({
      otherCost: eur('4'),
      requiredMargin: eur('4.80'),
      labour: eur('40.50'),
      overhead: eur('0'),
      floor: eur('45'),
    });
    // revenue per call for a floor of 4.50: (4.50 + 0.40) / (0.5 x 0.9)
    expect(found.meetingPoint?.revenuePerCall?.value).toBeCloseTo(4.9 / 0.45, 9);
  });
});

describe('service', () => {
  const counts = {
    offered: 100,
    abandoned: 10,
    abandonedWithin: 4,
    answeredWithin: 72,
    waitKnown: 90,
    waitMs: 1_350_000,
  };
  const rows = [handled(90, { ...counts, calls: 100 })];
  const withRule = (abandons: string, over = {}) => program({ serviceLevel: { seconds: 20, abandons }, ...over });

  it.each([
    // 72 / (100 - 4), 72 / 100, (72 + 4) / 100
    ['ignored', 0.75],
    ['negative', 0.72],
    ['positive', 0.76],
  ])('level with abandons %s', (abandons, level) => {
    expect(totalOf({ rows, programs: [withRule(abandons)] }).serviceLevel).toBe(level);
  });

  it('abandonment and speed of answer', () => {
    const found = totalOf({ rows });
    expect(found.abandonRate).toBe(0.1);
    expect(found.averageSpeedOfAnswer).toBe(15);
    expect(found.serviceLevel).toBeNull();
  });

  it('is unknown with unknown waits or under different rules', () => {
    expect(
      totalOf({ rows: [handled(90, { ...counts, waitKnown: 89 })], programs: [withRule('ignored')] }).serviceLevel,
    ).toBeNull();
    const programs = [withRule('ignored'), withRule('negative', { code: 'support' })];
    const two = [...rows, handled(1, { program: 'support', waitKnown: 1 })];
    expect(totalOf({ rows: two, programs }).serviceLevel).toBeNull();
    const outbound = handled(1, { program: 'support', offered: 0, direction: 'outbound' });
    expect(totalOf({ rows: [...rows, outbound], programs }).serviceLevel).toBe(0.75);
  });
});

describe('times', () => {
  it('leave out a part that the vendor does not report', () => {
    const [talk, hold] = [
      { talkMs: 300_000, holdMs: 0, handleMs: 300_000 },
      { talkMs: 300_000, holdMs: 60_000, handleMs: 360_000, holdKnown: 1 },
    ];
    const found = totalOf({ rows: [handled(1, talk), handled(1, { ...hold, callType: 'claims' })] });
    expect(found.seconds).toMatchObject({ talk: 600, hold: 60, wrap: null, wait: null, handle: 660 });
    expect(found.ahtParts).toEqual({ talk: 300, hold: 30, wrap: null });
    expect(found.aht).toBe(330);
  });

  it('have percentiles of the merged histogram', () => {
    const found = totalOf({
      rows: [
        handled(9, { histogram: new Map([[400, 9]]) }),
        handled(1, { histogram: new Map([[420, 1]]), callType: 'claims' }),
      ],
    });
    const [p50, p90] = [found.p50Handle ?? 0, found.p90Handle ?? 0];
    expect(p50).toBeGreaterThan(0);
    expect(p90).toBe(p50);
    expect(totalOf({ rows: [handled(1, { histogram: new Map([[420, 1]]) })] }).p50Handle).toBeGreaterThan(p50);
  });
});
