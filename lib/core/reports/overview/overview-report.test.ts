import { describe, expect, it } from 'vitest';
import type { Economics } from '#economics';
import { figureText, markOf } from '#format';
import { parseDay, period } from '#time';
import { bookVerdict, english, names, silentEconomics, verdictOf, workedEconomics } from '../report.fixture.ts';
import type { Report, Table, TimeChart } from '../report.ts';
import { type OverviewInput, overviewReport } from './overview-report.ts';

const days = (text: string) => parseDay(text);
/** Monday 29 June to Sunday 19 July is three weeks; the period cuts the first. */
const july = period(days('2026-07-01'), days('2026-07-20'));

const input: OverviewInput = {
  ...names,
  period: july,
  asOf: days('2026-07-19'),
  currency: 'EUR',
  rows: [
    workedEconomics({ vendor: 'atlas', program: 'orders' }),
    workedEconomics({ vendor: 'norte', program: 'orders' }),
    silentEconomics({ vendor: 'lumina', program: 'support' }),
  ],
  total: workedEconomics({}, { counts: { ...workedEconomics().counts, handled: 2000 } }),
  weeks: [workedEconomics({ week: '2026-06-29' }), silentEconomics({ week: '2026-07-06' })],
  verdicts: [
    verdictOf('atlas', 'orders'),
    verdictOf('norte', 'orders', {
      state: 'failing',
      vendorBook: { ...bookVerdict({ state: 'failing' }), assumptionsHold: true },
      since: days('2026-03-14'),
      reasons: [{ code: 'runs_over_plan', figures: { aht: 432, plan: 300 } }],
    }),
  ],
  intervals: [{ vendor: 'atlas', program: 'orders', lower: 0.5, upper: 1.1 }],
  flags: [
    { day: days('2026-07-08'), vendor: 'norte', program: 'orders' },
    { day: days('2026-03-20'), vendor: 'norte', program: 'orders' },
  ],
  rates: [],
  metrics: [],
};
const table = ({ sections }: Report) => sections[0] as Table;
const chart = ({ sections }: Report) => sections[1] as TimeChart;
const written = (report: Report, row: number) =>
  Object.fromEntries(
    Object.entries(table(report).rows[row]!.cells).map(([id, cell]) => [id, figureText(cell, english)]),
  );

describe('the overview', () => {
  it('puts what fails first, with its reason and its page', () => {
    const { rows } = table(overviewReport(input));
    expect(rows.map(({ id }) => id)).toEqual(['norte/orders', 'lumina/support', 'atlas/orders']);
    expect(rows[0]).toMatchObject({ color: 1, href: '/vendors/norte?program=orders' });
    expect(english(rows[0]!.reason!)).toBe('Calls take 432 s; 300 s was planned when the price was agreed.');
    expect(rows[2]!.reason).toBeUndefined();
  });

  it('writes every figure of a row', () => {
    expect(written(overviewReport(input), 2)).toEqual({
      vendor: 'Atlas',
      program: 'Order line',
      calls: '1,000',
      cost: '3.60',
      revenue: '9.60',
      contribution: '4.80',
      margin: '+0.80 (0.50 to 1.10)',
      evidence: '+0.80 (0.35 to 1.24)',
      aht: '432',
      breakEvenAht: '384',
      floor: '4.50',
      ceiling: '3.90',
      zone: 'Broken',
      state: 'Healthy',
      since: '–',
    });
  });

  it('works figures through, and leaves out those that are not known', () => {
    const { rows, total } = table(overviewReport(input));
    const { floor, margin } = rows[2]!.worked!;
    expect(english(floor!.text)).toMatch(/= 4\.50 EUR$/);
    expect(english(margin!.text)).toMatch(/= \+0\.80 EUR$/);
    expect(rows[1]!.worked).toBeUndefined();
    expect(Object.keys(total!.worked!)).toEqual(['cost', 'revenue', 'contribution', 'margin', 'aht']);
  });

  it('never writes 0 for what is not known', () => {
    const silent = written(overviewReport(input), 1);
    const { vendor, program, calls, state, ...figures } = silent;
    expect([vendor, program, calls, state]).toEqual(['Lumina', 'Support', '0', 'Not enough evidence']);
    expect(new Set(Object.values(figures))).toEqual(new Set(['–']));
    expect(table(overviewReport(input)).rows[1]!.cells.cost).toEqual({
      kind: 'unknown',
      why: { key: 'gaps.no_calls' },
    });
  });

  it('totals by sums, and gives no total to what has none', () => {
    const { total } = table(overviewReport(input));
    expect(Object.keys(total!.cells)).toEqual(['vendor', 'calls', 'cost', 'revenue', 'contribution', 'margin', 'aht']);
    expect(figureText(total!.cells.calls!, english)).toBe('2,000');
  });

  it('draws a gap for a week without calls and marks only the flags of the period', () => {
    const { lines, marks } = chart(overviewReport(input));
    expect(lines.map(({ role }) => role)).toEqual(['cost', 'revenue']);
    expect(lines[0]!.points).toEqual([
      { day: '2026-06-29', value: 3.6, calls: 1000 },
      { day: '2026-07-06', value: null, calls: 0 },
      { day: '2026-07-13', value: null, calls: 0 },
    ]);
    expect(marks.map(({ day, label }) => [day, english(label)])).toEqual([
      ['2026-07-08', 'Norte Contact, Order line: flagged as failing'],
    ]);
  });

  it('names what the figures leave out, and stale rates', () => {
    const base = workedEconomics();
    const rows = [
      workedEconomics(
        { vendor: 'atlas', program: 'orders' },
        { reported: { wait: 1, hold: 0, wrap: 1 }, gaps: ['no_revenue', 'no_vendor_cost'] },
      ),
      workedEconomics(
        { vendor: 'norte', program: 'orders' },
        { reported: { wait: 1, hold: 0, wrap: 0.88 }, counts: { ...base.counts, withoutContract: 12 } },
      ),
    ];
    const rates = [
      { currency: 'USD', published: days('2026-07-03'), usedFor: days('2026-07-19') },
      { currency: 'GBP', published: days('2026-07-17'), usedFor: days('2026-07-19') },
    ];
    expect(overviewReport({ ...input, rows, rates }).notes.map(english)).toEqual([
      '12 calls of Norte Contact have no contract in force and so no price.',
      '* AHT of Atlas here excludes hold time.',
      '* AHT of Norte Contact here excludes hold time and after-call work of 12.0% of the calls.',
      'No revenue was reported for calls of Atlas: revenue and margin are not known there.',
      'The contract of Atlas assumes no cost of the vendor: its margin, break-even AHT and floor are not known.',
      'Amounts in USD of 19 Jul 2026 are converted with the rate published on 3 Jul 2026, the last before it.',
      expect.stringMatching(/^An interval in brackets/),
    ]);
  });

  it('marks an AHT that lacks a part, and the AHT of all where not all lack it', () => {
    const withoutHold = { reported: { wait: 1, hold: 0, wrap: 1 } };
    const [norte, lumina, alike] = [
      workedEconomics({ vendor: 'norte', program: 'orders' }, withoutHold),
      workedEconomics({ vendor: 'lumina', program: 'orders' }),
      workedEconomics({ vendor: 'lumina', program: 'orders' }, withoutHold),
    ];
    const marks = (rows: Economics[]) => {
      const { rows: all, total } = table(overviewReport({ ...input, rows }));
      return [...all, total].map((row) => markOf(row?.cells.aht)?.key);
    };
    expect(marks([norte!, lumina!]).sort()).toEqual(['metrics.lacks', 'metrics.mixed', undefined]);
    expect(marks([norte!])).toEqual(['metrics.lacks', undefined]);
    expect(marks([norte!, alike!])).toEqual(['metrics.lacks', 'metrics.lacks', undefined]);
  });
});
