import { describe, expect, it } from 'vitest';
import type { Call } from '#calls';
import { micros, parseMicros, sumMicros } from '#money';
import { emptySums, type RollupRow, rollUp } from '#rollup';
import { addDays, parseDay, parseMonth } from '#time';
import type { HoursRow, OtherInputs, ScoreRow } from './inputs.ts';
import { row, statementOf, version, written } from './statement.test-data.ts';

/*
 * Statements worked by hand. Each case: what the month was, and the lines as `quantity x rate = amount` with the total.
 * The working stands above the figures.
 */
type Case = {
  name: string;
  charges: object[];
  over?: Record<string, unknown>;
  month?: string;
  rows?: RollupRow[];
  inputs?: Partial<OtherInputs>;
  serviceLevel?: object;
  lines: string[];
};

const calls = (billedCalls: number, over: Partial<RollupRow> = {}) =>
  row({ billedCalls, handled: billedCalls, calls: billedCalls, ...over });
const night = { rateClass: 'night' };
const nightly = { rating: { windows: [{ class: 'night', from: '22:00', to: '06:00' }] } };
const perCall = { kind: 'per_call', rate: '3.60' };
const graduated = {
  kind: 'per_call',
  mode: 'graduated',
  tiers: [
    { upTo: 1000, rate: '3.60' },
    { upTo: 5000, rate: '3.20' },
    { upTo: null, rate: '2.90' },
  ],
};
const outcomes = (over: object) => ({ outcomes: { ...emptySums().outcomes, ...over } });
const hours = (day: string, over: Partial<HoursRow>): HoursRow => ({
  vendor: 'norte',
  program: 'orders',
  day: parseDay(day),
  contractId: 'c1',
  loggedHours: null,
  productiveHours: null,
  fte: null,
  ...over,
});
const score = (kpi: 'qa' | 'csat', value: string, sample: number): ScoreRow => ({
  vendor: 'norte',
  program: 'orders',
  day: parseDay('2026-03-10'),
  contractId: 'c1',
  kpi,
  score: value,
  sample,
});
const serviceLevel = {
  kind: 'bonus_malus',
  kpi: 'service_level',
  steps: [
    { from: '0', percent: '-5' },
    { from: '0.75', percent: '0' },
    { from: '0.85', percent: '3' },
  ],
};
const answered = (within: number) =>
  calls(960, { offered: 1000, answeredWithin: within, abandoned: 40, abandonedWithin: 10, waitKnown: 960 });
const level = { seconds: 20, abandons: 'ignored' };
const labour = { kind: 'indexation', index: 'labour', weight: '0.7', cap: '0.04' };
const index = (...values: [month: string, value: string][]) => ({
  indices: values.map(([month, value]) => ({ index: 'labour', month: parseMonth(month), value })),
});

const cases: Record<string, Case[]> = {
  'by the call': [
    {
      name: 'a month of 28 days',
      charges: [perCall],
      month: '2026-02',
      rows: [calls(20_000, { day: parseDay('2026-02-28') })],
      // 20,000 x 3.60
      lines: ['20000 x 3.60 = 72000.00', 'total 72000.00'],
    },
    {
      name: 'a leap February, a hundred calls a day, the 29th too',
      charges: [perCall],
      month: '2028-02',
      rows: Array.from({ length: 29 }, (_, day) => calls(100, { day: addDays(parseDay('2028-02-01'), day) })),
      // 29 days x 100 = 2,900 calls
      lines: ['2900 x 3.60 = 10440.00', 'total 10440.00'],
    },
    {
      name: 'graduated: the last unit of a band is in it',
      charges: [graduated],
      rows: [calls(5001)],
      // 1,000 x 3.60 + 4,000 x 3.20 + 1 x 2.90
      lines: ['1000 x 3.60 = 3600.00', '4000 x 3.20 = 12800.00', '1 x 2.90 = 2.90', 'total 16402.90'],
    },
    {
      name: 'volume: all units at the band that the total reaches',
      charges: [{ ...graduated, mode: 'volume' }],
      rows: [calls(5000)],
      lines: ['5000 x 3.20 = 16000.00', 'total 16000.00'],
    },
    {
      name: 'volume: one call more costs less in all',
      charges: [{ ...graduated, mode: 'volume' }],
      rows: [calls(5001)],
      // 5,001 x 2.90 = 14,502.90
      lines: ['5001 x 2.90 = 14502.90', 'total 14502.90'],
    },
    {
      name: 'in yen, which have no minor unit',
      charges: [{ kind: 'per_call', rate: '380.5' }],
      over: { currency: 'JPY' },
      rows: [calls(3)],
      // 1,141.5, half away from zero
      lines: ['3 x 380.5 = 1142', 'total 1142'],
    },
  ],
  'by time': [
    {
      name: 'minutes of billed seconds',
      charges: [{ kind: 'per_minute', rate: '0.60' }],
      rows: [row({ billedSeconds: 342 })],
      // 342 s = 5.7 min
      lines: ['5.7 x 0.60 = 3.42', 'total 3.42'],
    },
    {
      name: 'graduated minutes over two rate classes together',
      charges: [{ ...graduated, kind: 'per_minute' }],
      over: nightly,
      rows: [row({ billedSeconds: 54_000 }), row({ billedSeconds: 12_000, ...night })],
      // 900 + 200 = 1,100 minutes: 1,000 x 3.60 + 100 x 3.20
      lines: ['1000 x 3.60 = 3600.00', '100 x 3.20 = 320.00', 'total 3920.00'],
    },
    {
      name: 'productive hours are handle time',
      charges: [{ kind: 'per_hour', basis: 'productive', rate: '36.00' }],
      rows: [row({ handled: 40, handleMs: 12_000_000 })],
      // 12,000 s = 3 1/3 h
      lines: ['3.333333 x 36.00 = 120.00', 'total 120.00'],
    },
    {
      name: 'logged hours come from the hours file',
      charges: [{ kind: 'per_hour', basis: 'logged', rate: '28.80' }],
      rows: [calls(40)],
      inputs: {
        hours: [
          hours('2026-03-02', { loggedHours: '7.5' }),
          hours('2026-03-03', { loggedHours: '8.25' }),
          // Another month's, and another contract's
          hours('2026-04-01', { loggedHours: '100' }),
          hours('2026-03-04', { loggedHours: '100', contractId: 'c2' }),
        ],
      },
      // 7.5 + 8.25 = 15.75
      lines: ['15.75 x 28.80 = 453.60', 'total 453.60'],
    },
    {
      name: 'logged hours that are not there are not none',
      charges: [
        { kind: 'per_hour', basis: 'logged', rate: '28.80' },
        { kind: 'fixed', amount: '100' },
      ],
      rows: [calls(40)],
      lines: ['1 x 100 = 100.00', 'per_hour lacks logged_hours', 'total unknown'],
    },
    {
      name: 'full-time equivalents are the mean of the days that name any',
      charges: [{ kind: 'per_fte', rate: '3100.00' }],
      rows: [calls(1)],
      inputs: {
        hours: Array.from({ length: 22 }, (_, day) =>
          hours(`2026-03-${String(day + 1).padStart(2, '0')}`, { fte: day < 20 ? '12' : '13' }),
        ),
      },
      // (20 x 12 + 2 x 13) / 22 = 266 / 22 = 12.0909...; 3,100 x 266 / 22 = 37,481.818...
      lines: ['12.090909 x 3100.00 = 37481.82', 'total 37481.82'],
    },
    {
      name: 'full-time equivalents from 16 March',
      charges: [{ kind: 'per_fte', rate: '3100.00' }],
      over: { from: '2026-03-16' },
      rows: [calls(1)],
      // Two programs of 6 and 4 on the one day named: 10; 16 of 31 days: 10 x 16/31 x 3,100 = 16,000
      inputs: { hours: [hours('2026-03-16', { fte: '6' }), hours('2026-03-16', { fte: '4', program: 'support' })] },
      lines: ['5.16129 x 3100.00 = 16000.00', 'total 16000.00'],
    },
  ],
  'by result': [
    {
      name: 'sales',
      charges: [{ kind: 'per_outcome', outcome: 'sale', rate: '45.00' }],
      rows: [calls(100, outcomes({ sale: 8 }))],
      lines: ['8 x 45.00 = 360.00', 'total 360.00'],
    },
    {
      name: 'a share of revenue that is booked in another currency',
      charges: [{ kind: 'revenue_share', percent: '37.5' }],
      over: { currency: 'USD' },
      rows: [calls(10, { revenue: parseMicros('100') })],
      // 100 EUR at 1.25 = 125 USD; 37.5% = 46.875, half away from zero
      lines: ['125 x 37.5 = 46.88', 'total 46.88'],
    },
  ],
  surcharges: [
    {
      name: '25% on the night calls of a flat rate',
      charges: [perCall, { kind: 'surcharge', rateClass: 'night', percent: '25' }],
      over: nightly,
      rows: [calls(1000), calls(200, night)],
      // 3,600 + 720; 25% of 720 = 180
      lines: ['1000 x 3.60 = 3600.00', '200 x 3.60 = 720.00', '720 x 25 = 180.00', 'total 4500.00'],
    },
    {
      name: '25% on the night part of tiers that all calls share',
      charges: [graduated, { kind: 'surcharge', rateClass: 'night', percent: '25' }],
      over: nightly,
      rows: [calls(900), calls(300, night)],
      // 3,600 + 200 x 3.20 = 4,240; a quarter of the calls: 1,060; 25% = 265
      lines: ['1000 x 3.60 = 3600.00', '200 x 3.20 = 640.00', '1060 x 25 = 265.00', 'total 4505.00'],
    },
    {
      name: 'an amount for every night call',
      charges: [perCall, { kind: 'surcharge', rateClass: 'night', amount: '0.50' }],
      over: nightly,
      rows: [calls(1000), calls(200, night)],
      lines: ['1000 x 3.60 = 3600.00', '200 x 3.60 = 720.00', '200 x 0.50 = 100.00', 'total 4420.00'],
    },
    {
      name: 'on minutes alone where it says so',
      charges: [
        perCall,
        { kind: 'per_minute', rate: '0.60' },
        { kind: 'surcharge', rateClass: 'night', percent: '10', on: ['per_minute'] },
      ],
      over: nightly,
      rows: [calls(10, { ...night, billedSeconds: 6000 })],
      // 36 + 100 min x 0.60 = 60; 10% of 60
      lines: ['10 x 3.60 = 36.00', '100 x 0.60 = 60.00', '60 x 10 = 6.00', 'total 102.00'],
    },
  ],
  'amounts of a month': [
    {
      name: 'from 11 April: 20 of 30 days',
      charges: [{ kind: 'fixed', amount: '5000.00' }],
      over: { from: '2026-04-11' },
      month: '2026-04',
      // 3,333.333...
      lines: ['0.666667 x 5000.00 = 3333.33', 'total 3333.33'],
    },
    {
      name: 'beginning and ending within a February: 10 of 28 days',
      charges: [{ kind: 'fixed', amount: '2800.00' }],
      over: { from: '2026-02-10', to: '2026-02-20' },
      month: '2026-02',
      lines: ['0.357143 x 2800.00 = 1000.00', 'total 1000.00'],
    },
    {
      name: 'from the leap day: 1 of 29 days',
      charges: [{ kind: 'fixed', amount: '2900.00' }],
      over: { from: '2028-02-29' },
      month: '2028-02',
      lines: ['0.034483 x 2900.00 = 100.00', 'total 100.00'],
    },
    {
      name: 'a one-off amount on its date',
      charges: [{ kind: 'one_off', amount: '20000.00', on: '2026-03-15' }],
      lines: ['1 x 20000.00 = 20000.00', 'total 20000.00'],
    },
    {
      name: 'a one-off amount of another month',
      charges: [{ kind: 'one_off', amount: '20000.00', on: '2026-03-15' }],
      month: '2026-04',
      lines: ['total 0.00'],
    },
  ],
  commitments: [
    {
      name: 'a true-up to the minimum',
      charges: [perCall, { kind: 'minimum', amount: '50000.00' }],
      rows: [calls(12_500)],
      // 12,500 x 3.60 = 45,000
      lines: ['12500 x 3.60 = 45000.00', '1 x 5000.00 = 5000.00', 'total 50000.00'],
    },
    {
      name: 'a minimum from 16 March: 16 of 31 days',
      charges: [perCall, { kind: 'minimum', amount: '50000.00' }],
      over: { from: '2026-03-16' },
      rows: [calls(1000)],
      // 50,000 x 16/31 = 25,806.45; less 3,600
      lines: ['1000 x 3.60 = 3600.00', '1 x 22206.45 = 22206.45', 'total 25806.45'],
    },
    {
      name: 'a minimum that is reached, and that a monthly amount does not meet',
      charges: [perCall, { kind: 'minimum', amount: '3600.00' }, { kind: 'fixed', amount: '10' }],
      rows: [calls(1000)],
      lines: ['1000 x 3.60 = 3600.00', '1 x 10 = 10.00', 'total 3610.00'],
    },
    {
      name: 'a cap takes off what is beyond it',
      charges: [perCall, { kind: 'cap', amount: '90000.00' }],
      rows: [calls(30_000)],
      // 108,000 - 90,000
      lines: ['30000 x 3.60 = 108000.00', '1 x -18000.00 = -18000.00', 'total 90000.00'],
    },
    {
      name: 'a cap of half a month of 30 days',
      charges: [perCall, { kind: 'cap', amount: '90000.00' }],
      over: { to: '2026-04-16' },
      month: '2026-04',
      rows: [calls(14_000, { day: parseDay('2026-04-02') })],
      // 50,400 against 45,000
      lines: ['14000 x 3.60 = 50400.00', '1 x -5400.00 = -5400.00', 'total 45000.00'],
    },
    {
      name: 'a minimum cannot be trued up to while a variable line is unknown',
      charges: [
        { kind: 'per_hour', basis: 'logged', rate: '1' },
        { kind: 'minimum', amount: '100.00' },
      ],
      rows: [calls(1)],
      lines: ['per_hour lacks logged_hours', 'minimum lacks variable_lines', 'total unknown'],
    },
  ],
  'a baseline with a dead band': [
    { calls: 21_999, lines: ['total 0.00'] },
    // 22,000 is the end of the band: 1,500 beyond
    { calls: 23_500, lines: ['1500 x 2.40 = 3600.00', 'total 3600.00'] },
    // 18,000 is its start: 1,000 short
    { calls: 17_000, lines: ['-1000 x 1.80 = -1800.00', 'total -1800.00'] },
    // From 16 March: 20,000 x 16/31 x 1.1 = 11,354.838...; 12,000 is 645.161... beyond, x 2.40 = 1,548.387...
    {
      calls: 12_000,
      over: { from: '2026-03-16' },
      lines: ['645.16129 x 2.40 = 1548.39', 'total 1548.39'],
    },
  ].map(({ calls: count, lines, over = {} }) => ({
    name: `${count} calls${'from' in over ? ' from 16 March' : ''}`,
    charges: [{ kind: 'dead_band', calls: 20_000, band: '0.10', arc: '2.40', rrc: '1.80' }],
    over,
    rows: [calls(count)],
    lines,
  })),
  'bonus and malus': [
    {
      name: 'a service level over its second step',
      charges: [{ kind: 'per_call', rate: '3.75' }, serviceLevel],
      rows: [answered(850)],
      serviceLevel: level,
      // 850 / (1,000 - 10) = 0.8586; 960 x 3.75 = 3,600; 3%
      lines: ['960 x 3.75 = 3600.00', '3600 x 3 = 108.00', 'total 3708.00'],
    },
    {
      name: 'the same with abandoned calls counted against it: between the steps',
      charges: [{ kind: 'per_call', rate: '3.75' }, serviceLevel],
      rows: [answered(840)],
      serviceLevel: { ...level, abandons: 'negative' },
      // 840 / 1,000 = 0.84: 0%
      lines: ['960 x 3.75 = 3600.00', 'total 3600.00'],
    },
    {
      name: 'exactly on a step is in it',
      charges: [{ kind: 'per_call', rate: '3.75' }, serviceLevel],
      rows: [answered(850)],
      serviceLevel: { ...level, abandons: 'negative' },
      lines: ['960 x 3.75 = 3600.00', '3600 x 3 = 108.00', 'total 3708.00'],
    },
    {
      name: 'a malus, no deeper than the floor',
      charges: [
        { kind: 'per_call', rate: '3.75' },
        { ...serviceLevel, floor: '-4' },
      ],
      rows: [answered(700)],
      serviceLevel: level,
      // 0.707: -5%, at least -4%
      lines: ['960 x 3.75 = 3600.00', '3600 x -4 = -144.00', 'total 3456.00'],
    },
    {
      name: 'no malus on a credit: it would pay the vendor for being bad',
      charges: [
        { kind: 'dead_band', calls: 1000, band: '0', arc: '1', rrc: '1' },
        { kind: 'bonus_malus', kpi: 'conversion', steps: [{ from: '0', percent: '-5' }] },
      ],
      rows: [calls(900)],
      // 100 calls short of the baseline; -5% of -100 would be +5
      lines: ['-100 x 1 = -100.00', 'total -100.00'],
    },
    {
      name: 'no waiting times, no service level',
      charges: [perCall, serviceLevel],
      rows: [calls(100, { offered: 100 })],
      serviceLevel: level,
      lines: ['100 x 3.60 = 360.00', 'bonus_malus lacks service_level', 'total unknown'],
    },
    {
      name: 'AHT, in seconds',
      charges: [
        perCall,
        {
          kind: 'bonus_malus',
          kpi: 'aht',
          steps: [
            { from: '0', percent: '2' },
            { from: '330', percent: '0' },
            { from: '390', percent: '-3' },
          ],
        },
      ],
      rows: [calls(100, { handleMs: 39_000_000 })],
      // 390 s exactly: -3% of 360
      lines: ['100 x 3.60 = 360.00', '360 x -3 = -10.80', 'total 349.20'],
    },
    {
      name: 'quality scores weigh by the calls scored',
      charges: [
        perCall,
        {
          kind: 'bonus_malus',
          kpi: 'qa',
          steps: [
            { from: '0', percent: '0' },
            { from: '87.5', percent: '1' },
          ],
        },
      ],
      rows: [calls(100)],
      inputs: { scores: [score('qa', '80', 10), score('qa', '90', 30), score('csat', '1', 500)] },
      // (80 x 10 + 90 x 30) / 40 = 87.5
      lines: ['100 x 3.60 = 360.00', '360 x 1 = 3.60', 'total 363.60'],
    },
    {
      name: 'conversion, abandonment and resolution side by side',
      charges: [
        perCall,
        ...['conversion', 'resolution', 'abandonment'].map((kpi) => ({
          kind: 'bonus_malus',
          kpi,
          steps: [
            { from: '0', percent: '1' },
            { from: '0.1', percent: '2' },
          ],
        })),
      ],
      rows: [calls(90, { offered: 100, abandoned: 10, ...outcomes({ sale: 8, resolved: 9 }) })],
      // 324: 8/90 under 10% -> 1%; 9/90 = 10% -> 2%; 10/100 = 10% -> 2%
      lines: ['90 x 3.60 = 324.00', '324 x 1 = 3.24', '324 x 2 = 6.48', '324 x 2 = 6.48', 'total 340.20'],
    },
  ],
  'a collar of handle time': [
    { aht: 432, lines: ['4200 x 0.008 = 33.60', 'total 33.60'] },
    { aht: 390, lines: ['total 0.00'] },
    { aht: 300, lines: ['-3000 x 0.008 = -24.00', 'total -24.00'] },
  ].map(({ aht, lines }) => ({
    // 432 - 390 = 42 s, 300 - 330 = -30 s, x 100 calls
    name: `AHT of ${aht} s`,
    charges: [{ kind: 'aht_collar', low: 330, high: 390, perSecond: '0.008' }],
    rows: [calls(100, { handleMs: aht * 100_000 })],
    lines,
  })),
  indexation: [
    {
      name: 'before the first anniversary',
      charges: [perCall, labour],
      over: { from: '2025-01-01' },
      month: '2025-12',
      rows: [calls(1000, { day: parseDay('2025-12-05') })],
      lines: ['1000 x 3.60 = 3600.00', 'total 3600.00'],
    },
    {
      name: 'on it: 0.7 of 3%',
      charges: [perCall, labour],
      over: { from: '2025-01-01' },
      month: '2026-01',
      rows: [calls(1000, { day: parseDay('2026-01-05') })],
      inputs: index(['2024-12', '100'], ['2025-12', '103'], ['2026-01', '150']),
      // 1 + 0.7 x 0.03 = 1.021; 3.60 x 1.021 = 3.6756
      lines: ['1000 x 3.6756 = 3675.60', 'total 3675.60'],
    },
    {
      name: 'no more than the cap',
      charges: [perCall, labour],
      over: { from: '2025-01-01' },
      rows: [calls(1000)],
      inputs: index(['2024-12', '100'], ['2025-12', '110']),
      // 0.7 x 10% = 7%, capped at 4%
      lines: ['1000 x 3.744 = 3744.00', 'total 3744.00'],
    },
    {
      name: 'year upon year',
      charges: [perCall, labour],
      over: { from: '2024-01-01' },
      rows: [calls(1000)],
      inputs: index(['2023-12', '100'], ['2024-12', '103'], ['2025-12', '106.09']),
      // 1.021 x 1.021 = 1.042441; 3.7527876 -> 3.752788
      lines: ['1000 x 3.752788 = 3752.79', 'total 3752.79'],
    },
    {
      name: 'an anniversary within a month counts from the next',
      charges: [perCall, { ...labour, since: '2025-03-15' }],
      rows: [calls(1000)],
      inputs: index(['2025-02', '100'], ['2026-02', '103']),
      lines: ['1000 x 3.60 = 3600.00', 'total 3600.00'],
    },
    {
      name: 'a monthly amount only where it is named',
      charges: [{ kind: 'fixed', amount: '1000.00' }, perCall, { ...labour, on: ['fixed'] }],
      over: { from: '2025-01-01' },
      rows: [calls(10)],
      inputs: index(['2024-12', '100'], ['2025-12', '103']),
      lines: ['10 x 3.60 = 36.00', '1 x 1021 = 1021.00', 'total 1057.00'],
    },
    {
      name: 'an index without a newer value',
      charges: [perCall, labour],
      over: { from: '2025-01-01' },
      rows: [calls(10)],
      inputs: index(['2024-12', '100']),
      // The last value before January 2026 is still that of December 2024: what it became is not known
      lines: ['10 x 3.60 = 36.00', 'indexation lacks index', 'total unknown'],
    },
    {
      name: 'an index that nobody published',
      charges: [perCall, labour],
      over: { from: '2025-01-01' },
      rows: [calls(10)],
      lines: ['10 x 3.60 = 36.00', 'indexation lacks index', 'total unknown'],
    },
  ],
  'several charges': [
    {
      name: 'a base per call, a share of revenue, a commitment on both and a bonus on what was earned',
      charges: [
        { kind: 'per_call', rate: '1.80' },
        { kind: 'revenue_share', percent: '18.75' },
        { kind: 'minimum', amount: '4000.00' },
        {
          kind: 'bonus_malus',
          kpi: 'conversion',
          steps: [
            { from: '0', percent: '0' },
            { from: '0.08', percent: '2' },
          ],
        },
        { kind: 'fixed', amount: '250.00' },
      ],
      rows: [calls(1000, { ...outcomes({ sale: 80 }), revenue: parseMicros('9600') })],
      // 1,800 + 18.75% of 9,600 = 1,800: 3,600; 400 short; 80/1,000 is 8%: 2% of 3,600
      lines: [
        '1000 x 1.80 = 1800.00',
        '9600 x 18.75 = 1800.00',
        '1 x 400.00 = 400.00',
        '3600 x 2 = 72.00',
        '1 x 250.00 = 250.00',
        'total 4322.00',
      ],
    },
    {
      name: 'the dead band and the collar count as variable: a cap sees them',
      charges: [
        perCall,
        { kind: 'dead_band', calls: 100, band: '0.10', arc: '2.40', rrc: '1.80' },
        { kind: 'aht_collar', low: 330, high: 390, perSecond: '0.01' },
        { kind: 'cap', amount: '500.00' },
      ],
      rows: [calls(130, { handleMs: 130 * 400_000 })],
      // 468 + 20 x 2.40 = 48 + 10 s x 130 x 0.01 = 13: 529
      lines: ['130 x 3.60 = 468.00', '20 x 2.40 = 48.00', '1300 x 0.01 = 13.00', '1 x -29.00 = -29.00', 'total 500.00'],
    },
  ],
};

const statementFor = ({ charges, over, month = '2026-03', rows = [], inputs = {}, serviceLevel: rule }: Case) =>
  statementOf(version(charges, { from: '2024-01-01', ...over }), rows, {
    month,
    inputs,
    programs: rule ? [{ code: 'orders', serviceLevel: rule as never }] : [],
  });

describe.each(Object.entries(cases))('%s', (_, group) => {
  it.each(group)('$name', (each) => {
    expect(written(statementFor(each))).toEqual(each.lines);
  });
});

it('has at least thirty of them', () => {
  expect(Object.values(cases).flat().length).toBeGreaterThanOrEqual(30);
});

describe('a one-off amount in the effective view', () => {
  const spread = { kind: 'one_off', amount: '20000.00', on: '2026-03-15', amortiseMonths: 12 };
  const effective = (month: string, over: Record<string, unknown> = {}) =>
    sumMicros(statementOf(version([spread], over), [], { month }).lines.map((line) => line.effective));
  const year = Array.from({ length: 12 }, (_, index) => {
    const number = 2 + index;
    return `${2026 + Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`;
  });

  it('is a twelfth a month, to the cent, and the whole in the end', () => {
    // 20,000 / 12 = 1,666.666...: 1,666.67, then up to 3,333.33 it is 1,666.66, then 1,666.67 again
    expect(year.slice(0, 3).map((month) => effective(month))).toEqual(
      ['1666.67', '1666.66', '1666.67'].map((text) => parseMicros(text)),
    );
    expect(sumMicros(year.map((month) => effective(month)))).toBe(parseMicros('20000'));
    expect(effective('2026-02')).toBe(0n);
    expect(effective('2027-03')).toBe(0n);
  });

  it('is billed once, whole', () => {
    const billed = year.map((month) => statementOf(version([spread]), [], { month }).lines[0]?.amount);
    expect(billed).toEqual([parseMicros('20000'), ...year.slice(1).map(() => micros(0))]);
  });

  it('goes on, to the cent, under the version that takes over within a month', () => {
    const before = effective('2026-05', { to: '2026-05-11' });
    const after = effective('2026-05', { from: '2026-05-11' });
    // 10 of 31 days of 1,666.67
    expect(before).toBe(parseMicros('537.64'));
    expect(sumMicros([before, after])).toBe(effective('2026-05'));
  });
});

describe('nights when the clocks change', () => {
  const contract = version(
    [
      { kind: 'per_call', rate: '1.00' },
      { kind: 'surcharge', rateClass: 'night', percent: '50' },
    ],
    nightly,
  );
  const program = {
    timezone: 'Europe/Rome',
    shortAbandonSeconds: 0,
    revenueBooking: 'call_day',
    lastTouchDays: 30,
  } as const;
  const call = (startedAt: string): Call => ({
    callId: startedAt,
    vendor: 'norte',
    program: 'orders',
    callType: null,
    direction: 'inbound',
    startedAt: Date.parse(startedAt),
    waitMs: 0,
    talkMs: 60_000,
    holdMs: null,
    wrapMs: null,
    answered: true,
    outcome: 'resolved',
    disposition: null,
    agent: null,
    customerRef: null,
    revenue: null,
    currency: 'EUR',
    legOf: null,
    details: null,
  });
  const priced = (starts: string[], month: string) =>
    written(statementOf(contract, rollUp(starts.map(call), new Map([['orders', program]]), [contract]), { month }));

  it('forwards: 29 March 2026 has no 02:30, and 05:59 is still night', () => {
    // 21:59, 22:00, 01:59 | 03:00, 05:59, 06:00: four of six at night, 50% on 4.00
    const starts = ['2026-03-28T21:59+01:00', '2026-03-28T22:00+01:00', '2026-03-29T01:59+01:00'];
    const after = ['2026-03-29T03:00+02:00', '2026-03-29T05:59+02:00', '2026-03-29T06:00+02:00'];
    expect(priced([...starts, ...after], '2026-03')).toEqual([
      '2 x 1.00 = 2.00',
      '4 x 1.00 = 4.00',
      '4 x 50 = 2.00',
      'total 8.00',
    ]);
  });

  it('back: 25 October 2026 has 02:30 twice, both at night', () => {
    const starts = ['2026-10-25T02:30+02:00', '2026-10-25T02:30+01:00', '2026-10-25T06:00+01:00'];
    expect(priced(starts, '2026-10')).toEqual(['1 x 1.00 = 1.00', '2 x 1.00 = 2.00', '2 x 50 = 1.00', 'total 4.00']);
  });
});
