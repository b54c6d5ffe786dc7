import { describe, expect, it } from 'vitest';
import { MissingRateError, micros, parseMicros, rateTable } from '#money';
import { emptySums } from '#rollup';
import { parseDay, period } from '#time';
import { handled, input, program, row, version } from './books.test-data.ts';
import type { Economics, Grouping } from './economics.ts';
import type { BooksInput } from './input.ts';
import { economics } from './unit-economics.ts';

const day = parseDay;
const total = (over: Partial<BooksInput>): Economics => {
  const [first] = economics({ ...input(over), by: [] });
  if (!first) throw new Error('no total');
  return first;
};
const by = (over: Partial<BooksInput>, ...groupings: Grouping[]) => economics({ ...input(over), by: groupings });
const charged = (list: Economics[]) => list.map(({ key, money }) => [Object.values(key).join(' '), money.charges]);
const eur = parseMicros;
const sold = (amount: string) => ({ revenue: eur(amount), revenueCalls: 1 });
const monthly = (over = {}) => version({ charges: [{ kind: 'fixed', amount: '3100.00' }], ...over });

describe('groups', () => {
  const rows = [
    handled(10, { callType: 'billing' }),
    handled(5, { day: day('2026-03-08') }),
    handled(1, { day: day('2026-03-09'), direction: 'outbound', offered: 0, attempted: 1 }),
  ];

  it('are ordered by their keys, unknown values last', () => {
    expect(charged(by({ rows }, 'call_type'))).toEqual([
      ['billing', eur('36')],
      ['', eur('21.6')],
    ]);
    expect(by({ rows }, 'call_type').map((group) => group.key)).toEqual([{ callType: 'billing' }, { callType: null }]);
    // 2 March 2026 is a Monday, 8 March the Sunday of its week.
    expect(charged(by({ rows }, 'week', 'direction'))).toEqual([
      ['2026-03-02 inbound', eur('54')],
      ['2026-03-09 outbound', eur('3.6')],
    ]);
    expect(charged(by({ rows }, 'vendor', 'program', 'month'))).toEqual([['norte orders 2026-03', eur('57.6')]]);
    expect(by({ rows }, 'day').map((group) => group.counts.handled)).toEqual([10, 5, 1]);
  });

  it('without any grouping are the one total, even of nothing', () => {
    const nothing = total({});
    expect(nothing.key).toEqual({});
    expect(nothing.counts.calls).toBe(0);
    expect(nothing.perCall.cost).toBeNull();
    expect(nothing.aht).toBeNull();
    expect(nothing.zone).toBeNull();
    expect(nothing.gaps).toEqual(['no_calls']);
    expect(by({}, 'vendor')).toEqual([]);
  });

  it('divide sums once: a ratio of the total is never a mean of ratios', () => {
    // (10 x 300 + 1 x 960) / 11 = 360, not (300 + 960) / 2
    const rows = [handled(10, { seconds: 300 }), handled(1, { seconds: 960, callType: 'claims' })];
    expect(total({ rows }).aht).toBe(360);
  });
});

describe('a period that cuts a month', () => {
  const tiers = [
    { upTo: 100, rate: '4.00' },
    { upTo: null, rate: '2.00' },
  ];
  const versions = [version({ charges: [{ kind: 'per_call', mode: 'graduated', tiers }] })];
  const rows = [handled(150), handled(50, { day: day('2026-03-20') }), handled(7, { day: day('2026-04-01') })];

  it('prices the whole month and counts its own rows', () => {
    // 100 x 4.00 + 100 x 2.00 = 600.00 for 200 calls; 150 of them carry three quarters.
    const first = period(day('2026-03-01'), day('2026-03-15'));
    expect(total({ rows, versions, period: first }).money.charges).toBe(eur('450'));
    expect(total({ rows, versions }).money.charges).toBe(eur('600'));
    // Over two months: 600.00 and 7 x 4.00.
    const both = period(day('2026-03-01'), day('2026-05-01'));
    expect(charged(by({ rows, versions, period: both }, 'month'))).toEqual([
      ['2026-03', eur('600')],
      ['2026-04', eur('28')],
    ]);
  });

  it('takes a monthly amount by days', () => {
    // 3,100.00 over 31 days: 14 days are 1,400.00
    const first = period(day('2026-03-01'), day('2026-03-15'));
    expect(total({ rows: [handled(10)], versions: [monthly()], period: first }).money.charges).toBe(eur('1400'));
    // In force from the 22nd: 10 of 31 days, 1,000.00, of which 4 days lie before the 26th.
    const late = period(day('2026-03-01'), day('2026-03-26'));
    const rows = [handled(10, { day: day('2026-03-23') })];
    expect(total({ rows, versions: [monthly({ from: '2026-03-22' })], period: late }).money.charges).toBe(eur('400'));
  });
});

describe('a monthly amount', () => {
  const versions = [monthly()];
  const rows = [
    handled(30),
    handled(10, { callType: 'billing' }),
    handled(4, { day: day('2026-03-09') }),
    handled(9, { day: day('2026-04-02') }),
  ];

  it("is spread over its bucket's handled calls", () => {
    // Of 44 handled calls, row by row: 30 carry 2,113.63636363..., 10 carry 704.54545454..., 4 carry 281.81818181...;
    // cut to the micro two are over, and go to the greatest remainders: the rows of 4 (.81) and of 30 (.63).
    expect(charged(by({ rows, versions }, 'call_type'))).toEqual([
      ['billing', micros(704_545_454n)],
      ['', micros(2_395_454_546n)],
    ]);
  });

  it('is cut by days where the groups are stretches of time, calls or none', () => {
    const weeks = by({ rows, versions }, 'week');
    // March 2026 begins on a Sunday: weeks of 1, 7, 7, 7, 7 and 2 days at 100.00 a day.
    expect(charged(weeks)).toEqual([
      ['2026-02-23', eur('100')],
      ['2026-03-02', eur('700')],
      ['2026-03-09', eur('700')],
      ['2026-03-16', eur('700')],
      ['2026-03-23', eur('700')],
      ['2026-03-30', eur('200')],
    ]);
    expect(weeks.map((week) => week.perCall.cost)).toEqual([null, 17.5, 175, null, null, null]);
  });

  it('stays with the vendor where no call can carry it', () => {
    const groups = by({ rows: rows.slice(0, 1), versions }, 'vendor', 'program', 'week');
    expect(groups.map((group) => group.key).slice(0, 3)).toEqual([
      { vendor: 'norte', program: 'orders', week: '2026-03-02' },
      { vendor: 'norte', week: '2026-02-23' },
      { vendor: 'norte', week: '2026-03-09' },
    ]);
    expect(groups[1]?.gaps).toEqual(['no_calls']);
    const named = by({ rows: [], versions: [monthly({ program: 'orders' })] }, 'vendor', 'program', 'call_type');
    expect(charged(named)).toEqual([['norte orders', eur('3100')]]);
    expect(total({ rows: [], versions }).money.charges).toBe(eur('3100'));
  });

  it('is owed for every month in force, by two versions that meet within one', () => {
    // 10 days of 3,100/31 and 21 days of 6,200/31 in March, then 6,200 in April.
    const versions = [
      monthly({ to: '2026-03-11' }),
      version({ id: 'c2', from: '2026-03-11', charges: [{ kind: 'fixed', amount: '6200' }] }),
    ];
    const both = period(day('2026-03-01'), day('2026-05-01'));
    expect(charged(by({ versions, period: both }, 'month'))).toEqual([
      ['2026-03', eur('5200')],
      ['2026-04', eur('6200')],
    ]);
  });
});

describe('what is not known is null and named', () => {
  it('revenue that a vendor does not report for a program', () => {
    const versions = [version(), version({ id: 'c2', vendor: 'lumina' })];
    const rows = [handled(10, sold('96')), handled(10, { vendor: 'lumina', contractId: 'c2' })];
    const [lumina, norte] = by({ rows, versions }, 'vendor');
    expect(norte?.perCall.revenue).toBe(9.6);
    expect(lumina?.money.revenue).toBeNull();
    expect(lumina?.perCall).toMatchObject({
      cost: 3.6,
      revenue: null,
      contribution: null,
      margin: null,
      ceiling: null,
    });
    expect(lumina?.perCall.vendorMargin?.value).toBe(0.225);
    expect([lumina?.zone, lumina?.costRatio, lumina?.meetingPoint]).toEqual([null, null, null]);
    expect(lumina?.gaps).toEqual(['no_revenue']);
    expect(total({ rows, versions }).perCall.revenue).toBeNull();
  });

  it('but a stretch without a sale has a revenue of 0 where it is reported at all', () => {
    const rows = [handled(10, sold('96')), handled(10, { day: day('2026-03-03') })];
    expect(by({ rows }, 'day')[1]?.perCall.revenue).toBe(0);
    // Reported in February, outside the period.
    const before = [handled(1, { ...sold('96'), day: day('2026-02-03') }), handled(10)];
    expect(total({ rows: before }).perCall.revenue).toBe(0);
  });

  it('sales that carry no revenue', () => {
    expect(total({ rows: [handled(10, { ...sold('96'), salesWithoutRevenue: 2 })] }).gaps).toEqual([
      'sales_without_revenue',
    ]);
  });

  it('calls without a contract: neither cost nor margin, but revenue and times', () => {
    const rows = [handled(10, sold('96')), handled(1, { contractId: null })];
    const found = total({ rows });
    expect(found.money.charges).toBeNull();
    expect(found.perCall).toMatchObject({
      cost: null,
      margin: null,
      vendorCost: null,
      vendorMargin: null,
      floor: null,
    });
    expect(found.perCall.revenue).toBeCloseTo(96 / 11, 12);
    expect(found.counts.withoutContract).toBe(1);
    expect(found.gaps).toEqual(['no_contract']);
  });

  it("the vendor's cost", () => {
    const found = total({ rows: [handled(10, sold('96'))], versions: [version({ vendorCost: undefined })] });
    expect(found.perCall).toMatchObject({ cost: 3.6, ceiling: 3.9, vendorCost: null, vendorMargin: null, floor: null });
    expect([found.breakEvenAht, found.zone]).toEqual([null, null]);
    expect(found.gaps).toEqual(['no_vendor_cost']);
  });

  it('a share of a revenue that nobody reports is no fee of 0', () => {
    const versions = [version({ charges: [{ kind: 'revenue_share', percent: '10' }] })];
    const found = total({ rows: [handled(10)], versions });
    expect(found.money.charges).toBeNull();
    expect(found.perCall.vendorMargin).toBeNull();
    expect(found.gaps).toEqual(['no_revenue']);
  });

  it('figures per call where none was handled', () => {
    const found = total({ rows: [row({ calls: 3, offered: 3, abandoned: 3 })] });
    expect(found.money.charges).toBe(0n);
    expect(found.perCall.cost).toBeNull();
    expect(found.abandonRate).toBe(1);
    expect(found.gaps).toEqual(['no_calls']);
  });
});

describe('currencies', () => {
  const rates = rateTable([
    { day: '2026-03-02', currency: 'USD', rate: '1.25' },
    { day: '2026-03-12', currency: 'USD', rate: '1.75' },
  ]);
  const rows = [handled(10), handled(10, { day: day('2026-03-12') })];

  it("converts charges by the contract's rule: the month's mean, or the rate of the call's day", () => {
    // 3.60 USD x 20 = 72.00 USD at (1.25 + 1.75) / 2 = 1.50: 48.00 EUR
    const inUsd = version({ currency: 'USD' });
    expect(total({ rows, rates, versions: [inUsd] }).money.charges).toBe(eur('48'));
    // 36.00 / 1.25 + 36.00 / 1.75 = 28.80 + 20.571429
    const byDay = version({ currency: 'USD', exchange: 'call_day' });
    expect(charged(by({ rows, rates, versions: [byDay] }, 'day'))).toEqual([
      ['2026-03-02', eur('28.80')],
      ['2026-03-12', eur('20.571429')],
    ]);
  });

  it("converts the vendor's cost by the same rule", () => {
    // 3.375 USD a call at 1.50 = 2.25 EUR
    const found = total({ rows, rates, versions: [version({ currency: 'USD' })] });
    expect(found.perCall.vendorCost?.value).toBe(2.25);
    // (3.375 / 1.25 + 3.375 / 1.75) / 2 = (2.70 + 1.92857143) / 2
    const byDay = total({ rows, rates, versions: [version({ currency: 'USD', exchange: 'call_day' })] });
    expect(byDay.perCall.vendorCost?.value).toBeCloseTo(2.31428571, 6);
  });

  it("converts revenue and the program's amounts at the rate of the day", () => {
    // 125 USD / 1.25 = 100; 175 USD / 1.75 = 100; contribution half of 200; other cost 10 x 0.40 / 1.25 + 10 x 0.40 / 1.75
    const programs = [program({ currency: 'USD' })];
    const own = rows.map((each, index) => ({ ...each, ...sold(index === 0 ? '125' : '175'), currency: 'USD' }));
    const found = total({ rows: own, rates, programs });
    expect(found.money.revenue).toBe(eur('200'));
    expect(found.money.contribution).toBe(eur('100'));
    // margin = (100 - 72 - 3.20 - 2.285714) / 20
    expect(found.perCall.margin).toBeCloseTo(22.514286 / 20, 9);
  });

  it('names a missing rate', () => {
    expect(() => total({ rows, versions: [version({ currency: 'USD' })] })).toThrow(MissingRateError);
    expect(() => total({ rows: [handled(1, { ...sold('5'), currency: 'GBP' })] })).toThrow(/GBP/);
  });
});

describe('the required margin', () => {
  it('may be a share of contribution', () => {
    // contribution 4.80: ceiling 4.80 - 0.40 - 0.48 = 3.92
    const programs = [program({ requiredMargin: { share: '0.1' } })];
    const found = total({ rows: [handled(10, { ...sold('96'), seconds: 432 })], programs });
    expect(found.perCall.ceiling).toBe(3.92);
    // revenue per call for a floor of 4.50: (4.50 + 0.40) / (0.5 x 0.9)
    expect(found.meetingPoint?.revenuePerCall?.value).toBeCloseTo(4.9 / 0.45, 9);
  });
});

describe('a choice of vendor or program', () => {
  const tiers = [
    { upTo: 100, rate: '4.00' },
    { upTo: null, rate: '2.00' },
  ];
  const versions = [
    version({ charges: [{ kind: 'per_call', mode: 'volume', tiers }] }),
    monthly({ id: 'c2', vendor: 'lumina' }),
  ];
  const programs = [program(), program({ code: 'support' })];
  const rows = [handled(60), handled(60, { program: 'support' })];

  it('counts alone, while the rest still decides the tier', () => {
    const found = total({ rows, versions, programs, only: { vendor: 'norte', program: 'support' } });
    expect(found.counts.handled).toBe(60);
    expect(found.money.charges).toBe(eur('120'));
    expect(total({ rows, versions, programs, only: { vendor: 'lumina' } }).money.charges).toBe(eur('3100'));
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
    expect(total({ rows, programs: [withRule(abandons)] }).serviceLevel).toBe(level);
  });

  it('abandonment and speed of answer', () => {
    const found = total({ rows });
    expect(found.abandonRate).toBe(0.1);
    expect(found.averageSpeedOfAnswer).toBe(15);
    expect(found.serviceLevel).toBeNull();
  });

  it('is unknown with unknown waits or under different rules', () => {
    expect(
      total({ rows: [handled(90, { ...counts, waitKnown: 89 })], programs: [withRule('ignored')] }).serviceLevel,
    ).toBeNull();
    const programs = [withRule('ignored'), withRule('negative', { code: 'support' })];
    const two = [...rows, handled(1, { program: 'support', waitKnown: 1 })];
    expect(total({ rows: two, programs }).serviceLevel).toBeNull();
    const outbound = handled(1, { program: 'support', offered: 0, direction: 'outbound' });
    expect(total({ rows: [...rows, outbound], programs }).serviceLevel).toBe(0.75);
  });
});

describe('times', () => {
  it('leave out a part that the vendor does not report', () => {
    const [talk, hold] = [
      { talkMs: 300_000, holdMs: 0, handleMs: 300_000 },
      { talkMs: 300_000, holdMs: 60_000, handleMs: 360_000, holdKnown: 1 },
    ];
    const found = total({ rows: [handled(1, talk), handled(1, { ...hold, callType: 'claims' })] });
    expect(found.seconds).toMatchObject({ talk: 600, hold: 60, wrap: null, wait: null, handle: 660 });
    expect(found.ahtParts).toEqual({ talk: 300, hold: 30, wrap: null });
    expect(found.aht).toBe(330);
  });

  it('have percentiles of the merged histogram', () => {
    const found = total({
      rows: [
        handled(9, { histogram: new Map([[400, 9]]) }),
        handled(1, { histogram: new Map([[420, 1]]), callType: 'claims' }),
      ],
    });
    const [p50, p90] = [found.p50Handle ?? 0, found.p90Handle ?? 0];
    expect(p50).toBeGreaterThan(0);
    expect(p90).toBe(p50);
    expect(total({ rows: [handled(1, { histogram: new Map([[420, 1]]) })] }).p50Handle).toBeGreaterThan(p50);
  });
});

describe('rows that name something unknown', () => {
  it('are an error, never left out', () => {
    expect(() => total({ rows: [handled(1, { contractId: 'c9' })] })).toThrow('no contract version "c9"');
    expect(() => total({ rows: [handled(1, { program: 'nowhere' })] })).toThrow('no program "nowhere"');
  });
});

it('leaves a variable charge with the calls that caused it', () => {
  const outcomes = { ...emptySums().outcomes, sale: 2 };
  const versions = [version({ charges: [{ kind: 'per_outcome', outcome: 'sale', rate: '45' }] })];
  const groups = by({ rows: [handled(10, { outcomes }), handled(10, { callType: 'billing' })], versions }, 'call_type');
  expect(charged(groups)).toEqual([
    ['billing', 0n],
    ['', eur('90')],
  ]);
  expect(groups[1]?.costPerSale).toBe(45);
  expect(groups[0]?.costPerSale).toBeNull();
});
