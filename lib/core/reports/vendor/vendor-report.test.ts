import { describe, expect, it } from 'vitest';
import { type ContractVersion, parseDeclaration } from '#contracts';
import { figureText } from '#format';
import { parseMicros } from '#money';
import { parseDay, parseMonth, period } from '#time';
import { bookVerdict, english, names, silentEconomics, verdictOf, workedEconomics } from '../report.fixture.ts';
import type { HandlePicture, Report, Table, TimeChart, ZonePicture } from '../report.ts';
import { type VendorInput, vendorReport } from './vendor-report.ts';

const cost = { agentHourly: '14.00', load: '1.35', occupancy: '0.80', shrinkage: '0.30', targetMargin: '0.10' };
const declaration = parseDeclaration({
  contracts: [
    {
      vendor: 'norte',
      program: 'orders',
      from: '2026-07-06',
      currency: 'EUR',
      timezone: 'Europe/Madrid',
      charges: [{ kind: 'per_call', rate: '3.60' }],
      vendorCost: cost,
      plan: { ahtSeconds: 300 },
    },
  ],
});
if (!declaration.ok) throw new Error('the example contract does not parse');
const contracts: ContractVersion[] = [{ ...declaration.declaration.contracts[0]!, id: 'c1' }];

const input: VendorInput = {
  ...names,
  vendor: 'norte',
  program: 'orders',
  period: period(parseDay('2026-06-29'), parseDay('2026-07-20')),
  currency: 'EUR',
  economics: workedEconomics({ vendor: 'norte', program: 'orders' }),
  weeks: [workedEconomics({ week: '2026-07-06' })],
  intervals: new Map([['2026-07-06', { lower: 8.1, upper: 11.2 }]]),
  mix: [
    workedEconomics({ callType: null }, { counts: { ...workedEconomics().counts, handled: 250 } }),
    workedEconomics({ callType: 'delivery' }, { counts: { ...workedEconomics().counts, handled: 750 } }),
  ],
  verdicts: [
    verdictOf('norte', 'orders', {
      state: 'failing',
      since: parseDay('2026-03-14'),
      moneyAtStake: parseMicros('12345.67'),
      vendorBook: { ...bookVerdict({ state: 'failing' }), assumptionsHold: true },
      reasons: [
        { code: 'runs_over_plan', figures: { aht: 432, plan: 300 } },
        { code: 'hold_heavy', figures: { hold: 108, aht: 432 } },
      ],
    }),
  ],
  contracts,
  statement: {
    month: parseMonth('2026-07'),
    statements: [{ contractId: 'c1', month: parseMonth('2026-07'), currency: 'EUR', lines: [], missing: [] }],
  },
  imports: [
    {
      id: 'b1',
      fileName: 'july.csv',
      format: 'canonical',
      status: 'done',
      startedAt: Date.UTC(2026, 6, 20, 6),
      zone: 'Europe/Rome',
      rows: 1100,
      inserted: 1100,
      updated: 0,
      unchanged: 0,
      rejected: 3,
    },
  ],
  flags: [{ day: parseDay('2026-07-08'), program: 'orders' }],
  rates: [],
  metrics: [],
};

function section<T>({ sections }: Report, id: string): T {
  return sections.find((own) => own.id === id) as T;
}
const rowsOf = (report: Report, id: string) =>
  section<Table>(report, id).rows.map((row) => [
    row.id,
    ...Object.values(row.cells).map((cell) => figureText(cell, english)),
  ]);

describe('the report of a vendor', () => {
  const report = vendorReport(input);

  it('tells its story in order', () => {
    expect(english(report.title)).toBe('Norte Contact, Order line');
    expect(report.sections.map(({ id }) => id)).toEqual([
      'books',
      'cost-revenue',
      'zone',
      'handle',
      'aht',
      'statement',
      'mix',
      'imports',
    ]);
    expect(report.headline.map(english)).toEqual([
      "Norte Contact's price model fails.",
      'Calls take 432 s; 300 s was planned when the price was agreed.',
      'Since 14 Mar 2026.',
      '12,346 EUR at stake: what the failing book has lost in that time.',
      'Customers are on hold for 108 s of the 432 s that a call takes: agents may lack tools or information.',
    ]);
  });

  it('keeps both books, per call and in total', () => {
    // other cost = 4.80 - 3.60 - 0.80 = 0.40; target = 10% of 3.60 = 0.36; totals x 1,000 calls
    expect(rowsOf(report, 'books')).toEqual([
      ['client.revenue', 'Client', 'Revenue', '9.60', '9,600.00'],
      ['client.contribution', 'Client', 'Contribution', '4.80', '4,800.00'],
      ['client.cost', 'Client', 'Charges paid to the vendor', '3.60', '3,600.00'],
      ['client.otherCost', 'Client', 'Other cost', '0.40', '400.00'],
      ['client.margin', 'Client', "Client's margin", '+0.80', '800.00'],
      ['vendor.fee', 'Vendor', 'Fee received', '3.60', '3,600.00'],
      ['vendor.vendorCost', 'Vendor', 'Labour and overhead, assumed', '4.05', '3.62', '4.63', '4,050.00'],
      ['vendor.vendorMargin', 'Vendor', "Vendor's margin", '-0.45', '-0.02', '-1.03', '-450.00'],
      ['vendor.target', 'Vendor', 'Target margin (10.0% of the fee)', '0.36', '360.00'],
    ]);
    expect(section<Table>(report, 'books').rows[3]!.cells.perCall).toMatchObject({ value: 0.4 });
  });

  it('works through each figure that has a formula, in the books and in the pictures', () => {
    const { rows } = section<Table>(report, 'books');
    expect(rows.map(({ id, worked }) => [id, worked?.perCall?.figure])).toEqual([
      ['client.revenue', 'revenue'],
      ['client.contribution', 'contribution'],
      ['client.cost', 'cost'],
      ['client.otherCost', undefined],
      ['client.margin', 'margin'],
      ['vendor.fee', 'cost'],
      ['vendor.vendorCost', 'vendorCost'],
      ['vendor.vendorMargin', 'vendorMargin'],
      ['vendor.target', undefined],
    ]);
    expect(english(rows[2]!.worked!.perCall!.text)).toBe('3,600.00 EUR of charges / 1,000 handled calls = 3.60 EUR');
    const { price, floor, ceiling } = section<ZonePicture>(report, 'zone').worked;
    expect([price, floor, ceiling].map((own) => own?.figure)).toEqual(['cost', 'floor', 'ceiling']);
    const { aht, breakEven } = section<HandlePicture>(report, 'handle').worked;
    expect([aht, breakEven].map((own) => own?.figure)).toEqual(['aht', 'breakEvenAht']);
  });

  it('pictures the price, the handle time and where they lead', () => {
    const zone = section<ZonePicture>(report, 'zone');
    expect(zone).toMatchObject({
      zone: 'broken',
      price: 3.6,
      ceiling: 3.9,
      floor: { value: 4.5, low: 4.018, high: 5.143 },
    });
    expect(zone.notes.map(english)).toEqual([
      "The ceiling is below the floor: no price works at today's handle time and revenue per call.",
      "Floor and ceiling would meet at a handle time of 374 s, at today's revenue per call.",
      "Floor and ceiling would meet at a revenue of 10.80 EUR per call, at today's handle time.",
    ]);
    const handle = section<HandlePicture>(report, 'handle');
    expect(handle.parts.map(({ seconds }) => seconds)).toEqual([300, 72, 60]);
    // the break-even is longest at the low wage, so its band runs from the high wage's 336 to 430.08
    expect(handle).toMatchObject({ aht: 432, plan: 300, breakEven: { value: 384, low: 336, high: 430.08 } });
  });

  it('draws AHT against plan and break-even, from the contract on', () => {
    const { lines, marks } = section<TimeChart>(report, 'aht');
    expect(lines.map(({ id, points }) => [id, ...points.map(({ value }) => value)])).toEqual([
      ['aht', null, 432, null],
      ['plan', null, 300, 300],
      ['breakEven', null, 384, null],
    ]);
    expect(marks.map(({ day, label }) => `${day} ${english(label)}`)).toEqual([
      '2026-07-08 Order line: flagged as failing',
      '2026-07-06 Contract begins',
    ]);
    const revenue = section<TimeChart>(report, 'cost-revenue').lines[1]!;
    expect(revenue.points[1]!.interval).toEqual({ lower: 8.1, upper: 11.2 });
    expect(revenue.points[0]!.interval).toBeUndefined();
  });

  it('lists the mix by size, the imports on the clock given, the contract in words', () => {
    expect(rowsOf(report, 'mix').map((row) => row.slice(0, 4))).toEqual([
      ['1', 'delivery', '750', '75.0'],
      ['2', 'No call type given', '250', '25.0'],
    ]);
    expect(rowsOf(report, 'imports')).toEqual([
      ['b1', 'july.csv', 'canonical', '20 Jul 2026, 08:00', 'Done', '1,100', '1,100', '0', '0', '3'],
    ]);
    expect(section<Table>(report, 'statement').notes.map(english)).toEqual([
      '3.60 EUR per handled call; talk time; since 6 Jul 2026.',
    ]);
  });

  it('leaves out the pictures of what is not known', () => {
    const silent = vendorReport({
      ...input,
      economics: silentEconomics({ vendor: 'norte' }),
      verdicts: [],
      statement: null,
    });
    expect(silent.sections.map(({ id }) => id)).toEqual(['books', 'cost-revenue', 'aht', 'mix', 'imports']);
    expect(silent.headline.map(english)).toEqual(['Norte Contact has not been judged yet.']);
  });

  it('names the program where there are several, the worst first', () => {
    const verdicts = [verdictOf('norte', 'support'), ...input.verdicts];
    expect(vendorReport({ ...input, program: null, verdicts }).headline.map(english)).toEqual([
      "Norte Contact's price model for Order line fails.",
      expect.any(String),
      'Since 14 Mar 2026.',
      expect.any(String),
      expect.any(String),
      "Norte Contact's price model for Support is healthy.",
    ]);
  });
});
