import { describe, expect, it } from 'vitest';
import { micros, parseMicros } from '#money';
import { emptySums } from '#rollup';
import { parseDay, period } from '#time';
import { charged, groupsOf, handled, monthly, program, totalOf, version } from './books.test-data.ts';

const day = parseDay;
const eur = parseMicros;

describe('groups', () => {
  const rows = [
    handled(10, { callType: 'billing' }),
    handled(5, { day: day('2026-03-08') }),
    handled(1, { day: day('2026-03-09'), direction: 'outbound', offered: 0, attempted: 1 }),
  ];

  it('are ordered by their keys, unknown values last', () => {
    expect(charged(groupsOf({ rows }, 'call_type'))).toEqual([
      ['billing', eur('36')],
      ['', eur('21.6')],
    ]);
    expect(groupsOf({ rows }, 'call_type').map((group) => group.key)).toEqual([
      { callType: 'billing' },
      { callType: null },
    ]);
    // 2 March 2026 is a Monday, 8 March the Sunday of its week.
    expect(charged(groupsOf({ rows }, 'week', 'direction'))).toEqual([
      ['2026-03-02 inbound', eur('54')],
      ['2026-03-09 outbound', eur('3.6')],
    ]);
    expect(charged(groupsOf({ rows }, 'vendor', 'program', 'month'))).toEqual([['norte orders 2026-03', eur('57.6')]]);
    expect(groupsOf({ rows }, 'day').map((group) => group.counts.handled)).toEqual([10, 5, 1]);
  });

  it('without any grouping are the one total, even of nothing', () => {
    const nothing = totalOf({});
    expect(nothing.key).toEqual({});
    expect(nothing.counts.calls).toBe(0);
    expect(nothing.perCall.cost).toBeNull();
    expect(nothing.aht).toBeNull();
    expect(nothing.zone).toBeNull();
    expect(nothing.gaps).toEqual(['no_calls']);
    expect(groupsOf({}, 'vendor')).toEqual([]);
  });

  it('divide sums once: a ratio of the total is never a mean of ratios', () => {
    // (10 x 300 + 1 x 960) / 11 = 360, not (300 + 960) / 2
    const rows = [handled(10, { seconds: 300 }), handled(1, { seconds: 960, callType: 'claims' })];
    expect(totalOf({ rows }).aht).toBe(360);
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
    expect(totalOf({ rows, versions, period: first }).money.charges).toBe(eur('450'));
    expect(totalOf({ rows, versions }).money.charges).toBe(eur('600'));
    // Over two months: 600.00 and 7 x 4.00.
    const both = period(day('2026-03-01'), day('2026-05-01'));
    expect(charged(groupsOf({ rows, versions, period: both }, 'month'))).toEqual([
      ['2026-03', eur('600')],
      ['2026-04', eur('28')],
    ]);
  });

  it('takes a monthly amount by days', () => {
    // 3,100.00 over 31 days: 14 days are 1,400.00
    const first = period(day('2026-03-01'), day('2026-03-15'));
    expect(totalOf({ rows: [handled(10)], versions: [monthly()], period: first }).money.charges).toBe(eur('1400'));
    // In force from the 22nd: 10 of 31 days, 1,000.00, of which 4 days lie before the 26th.
    const late = period(day('2026-03-01'), day('2026-03-26'));
    const rows = [handled(10, { day: day('2026-03-23') })];
    expect(totalOf({ rows, versions: [monthly({ from: '2026-03-22' })], period: late }).money.charges).toBe(eur('400'));
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
    expect(charged(groupsOf({ rows, versions }, 'call_type'))).toEqual([
      ['billing', micros(704_545_454n)],
      ['', micros(2_395_454_546n)],
    ]);
  });

  it('is cut by days where the groups are stretches of time, calls or none', () => {
    const weeks = groupsOf({ rows, versions }, 'week');
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
    const groups = groupsOf({ rows: rows.slice(0, 1), versions }, 'vendor', 'program', 'week');
    expect(groups.map((group) => group.key).slice(0, 3)).toEqual([
      { vendor: 'norte', program: 'orders', week: '2026-03-02' },
      { vendor: 'norte', week: '2026-02-23' },
      { vendor: 'norte', week: '2026-03-09' },
    ]);
    expect(groups[1]?.gaps).toEqual(['no_calls']);
    const named = groupsOf({ rows: [], versions: [monthly({ program: 'orders' })] }, 'vendor', 'program', 'call_type');
    expect(charged(named)).toEqual([['norte orders', eur('3100')]]);
    expect(totalOf({ rows: [], versions }).money.charges).toBe(eur('3100'));
  });

  it('is owed for every month in force, by two versions that meet within one', () => {
    // 10 days of 3,100/31 and 21 days of 6,200/31 in March, then 6,200 in April.
    const versions = [
      monthly({ to: '2026-03-11' }),
      version({ id: 'c2', from: '2026-03-11', charges: [{ kind: 'fixed', amount: '6200' }] }),
    ];
    const both = period(day('2026-03-01'), day('2026-05-01'));
    expect(charged(groupsOf({ versions, period: both }, 'month'))).toEqual([
      ['2026-03', eur('5200')],
      ['2026-04', eur('6200')],
    ]);
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
    const found = totalOf({ rows, versions, programs, only: { vendor: 'norte', program: 'support' } });
    expect(found.counts.handled).toBe(60);
    expect(found.money.charges).toBe(eur('120'));
    expect(totalOf({ rows, versions, programs, only: { vendor: 'lumina' } }).money.charges).toBe(eur('3100'));
  });
});

it('leaves a variable charge with the calls that caused it', () => {
  const outcomes = { ...emptySums().outcomes, sale: 2 };
  const versions = [version({ charges: [{ kind: 'per_outcome', outcome: 'sale', rate: '45' }] })];
  const groups = groupsOf(
    { rows: [handled(10, { outcomes }), handled(10, { callType: 'billing' })], versions },
    'call_type',
  );
  expect(charged(groups)).toEqual([
    ['billing', 0n],
    ['', eur('90')],
  ]);
  expect(groups[1]?.costPerSale).toBe(45);
  expect(groups[0]?.costPerSale).toBeNull();
});
