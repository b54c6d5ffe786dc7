import { describe, expect, it } from 'vitest';
import type { ContractVersion } from '#contracts';
import { figureText } from '#format';
import type { Statement } from '#pricing';
import { emptySums, type RollupRow } from '#rollup';
import type { Day, Month } from '#time';
import { english, names } from '../report.fixture.ts';
import { type InputsInput, inputsReport } from './inputs-report.ts';
import { lackingDays, lackingInputs, lackingText, needsInputs } from './lacking.ts';
import type { Actual, ForecastRecord } from './rows.ts';

const month = (text: string) => text as Month;
const day = (text: string) => text as Day;
const recorded = { source: 'form', recordedBy: 'local', recordedAt: Date.parse('2026-03-01T09:00:00Z') };

function textsOf(inputs: InputsInput['inputs']): { columns: string[]; rows: string[][] } {
  const report = inputsReport({
    ...names,
    timezone: 'Europe/Rome',
    inputs,
    lacking: [],
    period: { from: '2026-03-01', to: '2026-04-01' },
    currency: 'EUR',
  });
  const [table] = report.sections;
  if (table?.kind !== 'table') throw new Error('no table');
  return {
    columns: table.columns.map(({ label }) => english(label)),
    rows: table.rows.map(({ cells }) => table.columns.map(({ id }) => figureText(cells[id]!, english))),
  };
}

describe('the report of inputs', () => {
  it('writes what was recorded with every digit, and nothing for what was not given', () => {
    const { columns, rows } = textsOf({
      kind: 'hours',
      rows: [
        {
          vendor: 'norte',
          program: 'orders',
          day: day('2026-03-02'),
          loggedHours: '40.1234',
          productiveHours: null,
          fte: '5.5',
          ...recorded,
        },
        {
          vendor: 'gone',
          program: null,
          day: day('2026-03-01'),
          loggedHours: '0',
          productiveHours: '0',
          fte: null,
          ...recorded,
          source: 'hours.csv',
        },
      ],
    });
    expect(columns).toEqual([
      ...['Day', 'Vendor', 'Program', 'Logged hours', 'Productive hours', 'FTE', 'Source', 'Recorded by', 'Recorded'],
    ]);
    expect(rows.map((row) => row.slice(0, 8))).toEqual([
      ['2 Mar 2026', 'Norte Contact', 'Order line', '40.1234', '–', '5.5', 'Typed in', 'local'],
      ['1 Mar 2026', 'gone', 'None in particular', '0', '0', '–', 'hours.csv', 'local'],
    ]);
    // Nine in the morning, UTC, is ten in Rome.
    expect(rows[0]?.[8]).toContain('10:00');
  });

  it('names the score, the index, the currency', () => {
    const score = { vendor: 'norte', program: null, day: day('2026-03-02'), score: '4.25', sample: 31, ...recorded };
    const scores = textsOf({
      kind: 'scores',
      rows: [
        { ...score, kpi: 'csat' },
        { ...score, kpi: 'qa' },
      ],
    });
    expect(scores.rows.map((row) => row.slice(3, 6))).toEqual([
      ['Satisfaction', '4.25', '31'],
      ['Quality', '4.25', '31'],
    ]);
    const value = { index: 'it_labour', month: month('2026-02'), value: '118.123456', ...recorded };
    expect(textsOf({ kind: 'indices', rows: [value] }).rows[0]?.slice(0, 3)).toEqual([
      'Feb 2026',
      'it_labour',
      '118.123456',
    ]);
    expect(textsOf({ kind: 'rates', rows: [{ day: '2026-03-02', currency: 'USD', rate: '1.16985' }] }).rows).toEqual([
      ['2 Mar 2026', 'USD', '1.16985'],
    ]);
  });
});

describe('forecasts', () => {
  const forecast = (over: Partial<ForecastRecord>): ForecastRecord => ({
    vendor: 'norte',
    program: 'orders',
    month: month('2026-03'),
    issuedAt: day('2026-02-20'),
    calls: 4600,
    ahtSeconds: '318.5',
    conversion: '0.085',
    ...recorded,
    ...over,
  });
  const actual = (over: Partial<Actual>): Actual => ({
    vendor: 'norte',
    program: 'orders',
    month: month('2026-03'),
    calls: 1000,
    handled: 800,
    handleMs: 240_000_000,
    sales: 60,
    ...over,
  });

  it.each([
    ['the last issued before the month began', ['2026-01-15', '2026-02-20'], ['No', 'Yes']],
    ['not one issued on its first day', ['2026-02-20', '2026-03-01'], ['Yes', 'No']],
    ['one issued the day before', ['2026-02-20', '2026-02-28'], ['No', 'Yes']],
    ['none where all came too late', ['2026-03-01', '2026-04-01'], ['No', 'No']],
  ])('have in force %s', (_, issued, expected) => {
    const rows = issued.map((at) => forecast({ issuedAt: day(at) }));
    expect(textsOf({ kind: 'forecast', rows, actuals: [] }).rows.map((row) => row[4])).toEqual(expected);
  });

  it('of another month, vendor or program put none out of force', () => {
    const rows = [
      forecast({ issuedAt: day('2026-01-15') }),
      forecast({ vendor: 'lumina' }),
      forecast({ program: null }),
      forecast({ month: month('2026-04') }),
    ];
    expect(textsOf({ kind: 'forecast', rows, actuals: [] }).rows.map((row) => row[4])).toEqual([
      ...['Yes', 'Yes', 'Yes', 'Yes'],
    ]);
  });

  it('stand beside what came: ratios of sums, over the programs that they are for', () => {
    const rows = [forecast({}), forecast({ program: null, conversion: null }), forecast({ vendor: 'lumina' })];
    const actuals = [
      actual({}),
      // 200 calls of 100 s and no sale
      actual({ program: 'support', calls: 250, handled: 200, handleMs: 20_000_000, sales: 0 }),
      actual({ month: month('2026-02'), calls: 9 }),
      actual({ vendor: 'lumina', handled: 0, handleMs: 0, sales: 0 }),
    ];
    const { columns, rows: texts } = textsOf({ kind: 'forecast', rows, actuals });
    expect(columns.slice(5, 11)).toEqual([
      ...['Calls, forecast', 'Calls, actual', 'AHT, forecast', 'AHT, actual'],
      ...['Conversion, forecast', 'Conversion, actual'],
    ]);
    expect(texts.map((row) => row.slice(5, 11))).toEqual([
      // 240,000 s / 800; 60 / 800
      ['4,600', '1,000', '318.5', '300', '8.5', '7.5'],
      // 260,000 s / 1,000; 60 / 1,000
      ['4,600', '1,250', '318.5', '260', '–', '6.0'],
      ['4,600', '1,000', '318.5', '–', '8.5', '–'],
    ]);
  });
});

describe('what contracts lack', () => {
  const version = (charges: ContractVersion['charges']): ContractVersion =>
    ({ id: '1', vendor: 'norte', charges }) as unknown as ContractVersion;
  const byTheHour = version([{ kind: 'per_hour', basis: 'logged', rate: '28.80' }]);
  const statement = (of: string, missing: Statement['missing']) => ({ month: month(of), missing });
  const say = (found: ReturnType<typeof lackingInputs>) => found.map((own) => english(lackingText(own, names)));

  it.each([
    [[{ kind: 'per_hour', basis: 'logged', rate: '1' }], true],
    [[{ kind: 'per_hour', basis: 'productive', rate: '1' }], false],
    [[{ kind: 'per_call', rate: '1' }], false],
    [[{ kind: 'per_fte', rate: '1' }], true],
    [[{ kind: 'bonus_malus', kpi: 'csat', steps: [] }], true],
    [[{ kind: 'bonus_malus', kpi: 'aht', steps: [] }], false],
    [
      [
        { kind: 'per_call', rate: '1' },
        { kind: 'indexation', index: 'it_labour', weight: '1' },
      ],
      true,
    ],
  ])('is looked for where %j', (charges, expected) => {
    expect(needsInputs(version(charges as ContractVersion['charges']))).toBe(expected);
  });

  it('is said once an input, with its months', () => {
    const indexed = version([
      { kind: 'per_fte', rate: '3100' },
      { kind: 'indexation', index: 'it_labour', weight: '1' },
    ] as ContractVersion['charges']);
    const fte = { place: 0, charge: 'per_fte', input: 'fte' } as const;
    const index = { place: 1, charge: 'indexation', input: 'index' } as const;
    const aht = { place: 0, charge: 'bonus_malus', input: 'aht' } as const;
    const found = lackingInputs('norte', [
      { version: indexed, statement: statement('2026-02', [fte, index]) },
      { version: indexed, statement: statement('2026-03', [fte, aht]) },
    ]);
    expect(found.map(({ kind }) => kind)).toEqual(['hours', 'indices']);
    expect(say(found)).toEqual([
      'Norte Contact is paid by full-time equivalents and has none for Feb 2026 and Mar 2026: charges and margins are not known.',
      'The prices of Norte Contact follow the index it_labour, and a value behind those of Feb 2026 is missing: charges and margins are not known.',
    ]);
  });

  it('is also some days of a month whose others have hours', () => {
    const row = (of: string, over: Partial<RollupRow> = {}) =>
      ({ ...emptySums(), contractId: '1', day: day(of), handled: 1, ...over }) as RollupRow;
    const rows = [
      row('2026-02-27'), // a month without any hours is lacking as a whole, and said so elsewhere
      row('2026-03-02'),
      row('2026-03-03'),
      row('2026-03-03', { callType: 'x' }),
      row('2026-03-04', { handled: 0 }),
      row('2026-03-05', { contractId: '2' }),
    ];
    const hours = [
      { contractId: '1', day: '2026-03-02', loggedHours: '8' },
      { contractId: '1', day: '2026-03-03', loggedHours: null },
      { contractId: '2', day: '2026-03-03', loggedHours: '8' },
    ];
    expect(say(lackingDays(byTheHour, { rows, hours }))).toEqual([
      'Norte Contact is paid by the logged hour, and 1 day with calls in Mar 2026 has no hours: charges may be too low.',
    ]);
    expect(lackingDays(version([{ kind: 'per_fte', rate: '1' }]), { rows, hours })).toEqual([]);
    expect(lackingDays(byTheHour, { rows: rows.slice(0, 2), hours })).toEqual([]);
  });
});
