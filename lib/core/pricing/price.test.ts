import { describe, expect, it } from 'vitest';
import { MissingRateError, micros, parseMicros, rateTable } from '#money';
import { emptySums } from '#rollup';
import { parseDay, parseMonth } from '#time';
import { noInputs } from './inputs.ts';
import { price } from './price.ts';
import { row, statementOf, version, written } from './statement.test-data.ts';
import { statementTotals } from './statement.ts';

const graduated = {
  kind: 'per_call',
  mode: 'graduated',
  tiers: [
    { upTo: 1000, rate: '3.60' },
    { upTo: 5000, rate: '3.20' },
    { upTo: null, rate: '2.90' },
  ],
};
const calls = (billedCalls: number) => [row({ billedCalls })];
const seconds = (billedSeconds: number) => [row({ billedSeconds })];

describe('per_call', () => {
  it('is rate x billed calls', () => {
    expect(written(statementOf(version([{ kind: 'per_call', rate: '3.60' }]), calls(250)))).toEqual([
      '250 x 3.60 = 900.00',
      'total 900.00',
    ]);
  });

  it('has a line for every rate class with billed calls, the standard one first', () => {
    const rows = [
      row({ rateClass: 'night', billedCalls: 3 }),
      row({ rateClass: 'holiday', billedCalls: 0 }),
      row({ rateClass: 'evening', billedCalls: 1 }),
      row({ billedCalls: 10 }),
      row({ billedCalls: 5 }),
    ];
    const statement = statementOf(version([{ kind: 'per_call', rate: '2.00' }]), rows);
    expect(statement.lines.map((line) => line.detail.rateClass)).toEqual(['standard', 'evening', 'night']);
    expect(written(statement)).toEqual(['15 x 2.00 = 30.00', '1 x 2.00 = 2.00', '3 x 2.00 = 6.00', 'total 38.00']);
  });

  it('rounds each line once, half away from zero', () => {
    // 3 x 0.335 = 1.005 -> 1.01 (a float says 1.00); by class 1 x 0.335 -> 0.34 and 2 x 0.335 -> 0.67
    const own = version([{ kind: 'per_call', rate: '0.335' }]);
    expect(written(statementOf(own, calls(3)))).toEqual(['3 x 0.335 = 1.01', 'total 1.01']);
    const rows = [row({ billedCalls: 1 }), row({ billedCalls: 2, rateClass: 'night' })];
    expect(written(statementOf(own, rows)).at(-1)).toBe('total 1.01');
  });

  it('has no line without billed calls, and a line of 0 for a rate of 0', () => {
    expect(written(statementOf(version([{ kind: 'per_call', rate: '3.60' }]), calls(0)))).toEqual(['total 0.00']);
    expect(written(statementOf(version([{ kind: 'per_call', rate: '0' }]), calls(2)))).toEqual([
      '2 x 0 = 0.00',
      'total 0.00',
    ]);
  });
});

describe('tiers', () => {
  it.each([
    // The 1,000th call is the last of the first band, the 1,001st the first of the second.
    [1000, ['1000 x 3.60 = 3600.00', 'total 3600.00']],
    [1001, ['1000 x 3.60 = 3600.00', '1 x 3.20 = 3.20', 'total 3603.20']],
    [5000, ['1000 x 3.60 = 3600.00', '4000 x 3.20 = 12800.00', 'total 16400.00']],
    [5001, ['1000 x 3.60 = 3600.00', '4000 x 3.20 = 12800.00', '1 x 2.90 = 2.90', 'total 16402.90']],
  ])('graduated: %i calls, every band at its own rate', (count, expected) => {
    expect(written(statementOf(version([graduated]), calls(count)))).toEqual(expected);
  });

  it.each([
    [1000, '1000 x 3.60 = 3600.00'],
    [1001, '1001 x 3.20 = 3203.20'],
    [5001, '5001 x 2.90 = 14502.90'],
  ])('volume: %i calls, all at the band that the total reaches', (count, line) => {
    expect(written(statementOf(version([{ ...graduated, mode: 'volume' }]), calls(count)))[0]).toBe(line);
  });

  it('counts all rows and rate classes of the month towards one total', () => {
    const rows = [row({ billedCalls: 600 }), row({ billedCalls: 401, rateClass: 'night', program: 'support' })];
    const { lines } = statementOf(version([graduated]), rows);
    expect(lines.map((line) => line.detail.tier)).toEqual([
      { mode: 'graduated', from: 0, to: 1000 },
      { mode: 'graduated', from: 1000, to: 5000 },
    ]);
    expect(lines.map((line) => rows.map((own) => line.weight?.(own)))).toEqual([
      [600n, 401n],
      [600n, 401n],
    ]);
  });

  it('takes the bounds of a price by the minute in minutes', () => {
    // 100 minutes and 30 s: 100 x 0.60 = 60.00, then 0.5 x 0.50 = 0.25
    const tiers = [
      { upTo: 100, rate: '0.60' },
      { upTo: null, rate: '0.50' },
    ];
    const statement = statementOf(version([{ kind: 'per_minute', mode: 'graduated', tiers }]), seconds(6030));
    expect(written(statement)).toEqual(['100 x 0.60 = 60.00', '0.5 x 0.50 = 0.25', 'total 60.25']);
    expect(statement.lines[1]?.detail).toEqual({ tier: { mode: 'graduated', from: 100, to: null }, billedSeconds: 30 });
  });

  it('has no line for a month without units', () => {
    expect(statementOf(version([graduated]), calls(0)).lines).toEqual([]);
    expect(statementOf(version([{ ...graduated, mode: 'volume' }]), calls(0)).lines).toEqual([]);
  });
});

describe('per_minute', () => {
  it.each([
    // 217,098 whole minutes: real calls of a bank, rounded 60/60 (economics.md section 2)
    [217_098 * 60, '0.60', '217098 x 0.60 = 130258.80'],
    // 90 s = 1.5 minutes
    [90, '0.60', '1.5 x 0.60 = 0.90'],
    // 100 s x 0.61 / 60 = 1.01666... -> 1.02; 1.666667 minutes is what a decimal can say
    [100, '0.61', '1.666667 x 0.61 = 1.02'],
    // 1 s x 0.30 / 60 = 0.005 -> 0.01
    [1, '0.30', '0.016667 x 0.30 = 0.01'],
    // 1 s x 0.299999 / 60 = 0.00499998...: rounded once it is 0.00; by way of the micro it would be 0.005 and then 0.01
    [1, '0.299999', '0.016667 x 0.299999 = 0.00'],
  ])('%i s at %s', (billed, rate, line) => {
    expect(written(statementOf(version([{ kind: 'per_minute', rate }]), seconds(billed)))[0]).toBe(line);
  });
});

describe('per_outcome', () => {
  const outcomes = { ...emptySums().outcomes, sale: 3, resolved: 7 };
  it.each([
    ['sale', '45.00', '3 x 45.00 = 135.00'],
    ['resolved', '4.255', '7 x 4.255 = 29.79'],
    ['contact', '1.10', '20 x 1.10 = 22.00'],
  ])('%s', (outcome, rate, line) => {
    const own = version([{ kind: 'per_outcome', outcome, rate }]);
    expect(written(statementOf(own, [row({ outcomes, contact: 20 })]))[0]).toBe(line);
  });

  it('has no line where the outcome did not occur', () => {
    expect(statementOf(version([{ kind: 'per_outcome', outcome: 'sale', rate: '45' }]), [row()]).lines).toEqual([]);
  });
});

describe('revenue_share', () => {
  const own = version([{ kind: 'revenue_share', percent: '12.5' }]);
  const revenue = (amount: string, over = {}) => row({ revenue: parseMicros(amount), revenueCalls: 1, ...over });

  it('is a percentage of net revenue', () => {
    // 12.5% of 100.04 = 12.505 -> 12.51
    expect(written(statementOf(own, [revenue('100.04')]))).toEqual(['100.04 x 12.5 = 12.51', 'total 12.51']);
  });

  it('nets refunds, and owes a share back where they exceed the sales', () => {
    expect(written(statementOf(own, [revenue('110'), revenue('-10')]))[0]).toBe('100 x 12.5 = 12.50');
    expect(written(statementOf(own, [revenue('10'), revenue('-110')]))[0]).toBe('-100 x 12.5 = -12.50');
  });

  it("converts foreign revenue at each day's rate", () => {
    // 125 USD at 1.25 = 100 EUR on the 2nd, 160 USD at 1.60 = 100 EUR on the 10th; with 50 EUR: 250 x 12.5% = 31.25
    const rows = [
      revenue('125', { currency: 'USD' }),
      revenue('160', { currency: 'USD', day: parseDay('2026-03-10') }),
      revenue('50'),
    ];
    const statement = statementOf(own, rows);
    expect(written(statement)[0]).toBe('250 x 12.5 = 31.25');
    expect(rows.map((each) => statement.lines[0]?.weight?.(each))).toEqual([100_000_000n, 100_000_000n, 50_000_000n]);
  });

  it('names the currency whose rate is missing', () => {
    const quantities = {
      rows: [revenue('1', { currency: 'GBP' })],
      rates: rateTable([]),
      inputs: noInputs,
      programs: [],
    };
    expect(() => price(own, parseMonth('2026-03'), quantities)).toThrow(MissingRateError);
  });
});

describe('fixed', () => {
  const monthly = (over = {}) => version([{ kind: 'fixed', amount: '5000.00' }], over);

  it.each([
    ['a whole month', {}, '2026-03', '1 x 5000.00 = 5000.00'],
    // 15 of 28 days: 2678.571... -> 2678.57
    ['from 14 February', { from: '2026-02-14' }, '2026-02', '0.535714 x 5000.00 = 2678.57'],
    // 14 of 29 days of a leap year's February: 2413.793 -> 2413.79
    ['up to 15 February 2028', { to: '2028-02-15' }, '2028-02', '0.482759 x 5000.00 = 2413.79'],
    // 16 of 31 days: 2580.645 -> 2580.65
    ['from 16 March', { from: '2026-03-16' }, '2026-03', '0.516129 x 5000.00 = 2580.65'],
    // 1 of 30 days: 166.666 -> 166.67
    ['up to 2 April', { to: '2026-04-02' }, '2026-04', '0.033333 x 5000.00 = 166.67'],
  ])('%s', (_, over, month, line) => {
    expect(written(statementOf(monthly(over), [], { month }))[0]).toBe(line);
  });

  it('has no line in a month before or after the contract', () => {
    expect(statementOf(monthly({ from: '2026-04-01' }), []).lines).toEqual([]);
    expect(statementOf(monthly({ to: '2026-03-01' }), []).lines).toEqual([]);
  });

  it('is shared between two versions that meet within a month', () => {
    // 10 of 31 days at 5,000: 1612.903 -> 1612.90; 21 of 31 days at 6,200: 4200.00
    const before = statementOf(monthly({ to: '2026-03-11' }), []);
    const after = statementOf(version([{ kind: 'fixed', amount: '6200.00' }], { from: '2026-03-11' }), []);
    expect([...written(before), ...written(after)]).toEqual([
      '0.322581 x 5000.00 = 1612.90',
      'total 1612.90',
      '0.677419 x 6200.00 = 4200.00',
      'total 4200.00',
    ]);
    expect(before.lines[0]?.detail.days).toEqual({ inForce: 10, ofMonth: 31 });
  });
});

describe('indexation', () => {
  it('moves an amount, not a percent: no line says that a percent was moved', () => {
    const own = version(
      [
        { kind: 'per_call', rate: '2.00' },
        { kind: 'surcharge', rateClass: 'night', percent: '25' },
        { kind: 'surcharge', rateClass: 'night', amount: '1.00' },
        { kind: 'indexation', index: 'labour', weight: '1' },
      ],
      { from: '2025-01-01', rating: { windows: [{ class: 'night', from: '22:00', to: '06:00' }] } },
    );
    const indices = [
      { index: 'labour', month: parseMonth('2024-12'), value: '100' },
      { index: 'labour', month: parseMonth('2025-12'), value: '110' },
    ];
    const { lines } = statementOf(own, [row({ billedCalls: 10, rateClass: 'night' })], { inputs: { indices } });
    // 10 x 2.20; 25% of 22.00; 10 x 1.10
    expect(lines.map(({ rate, amount, detail }) => [rate, amount, detail.indexed?.factor])).toEqual([
      ['2.2', parseMicros('22'), '1.100000'],
      ['25', parseMicros('5.5'), undefined],
      ['1.1', parseMicros('11'), '1.100000'],
    ]);
  });
});

describe('a statement', () => {
  it("rounds to the currency's minor unit: yen have none, dinars three", () => {
    const rows = [row({ billedCalls: 3 })];
    const inYen = version([{ kind: 'per_call', rate: '380.5' }], { currency: 'JPY' });
    expect(written(statementOf(inYen, rows))).toEqual(['3 x 380.5 = 1142', 'total 1142']);
    const inDinars = version([{ kind: 'per_call', rate: '1.2345' }], { currency: 'KWD' });
    expect(written(statementOf(inDinars, rows))[0]).toBe('3 x 1.2345 = 3.704');
  });

  it('has its lines in the order of the steps, each with its own id, and their sum as total', () => {
    const own = version([
      { kind: 'fixed', amount: '500' },
      { kind: 'per_minute', rate: '0.10' },
      { kind: 'per_call', rate: '2.00' },
      { kind: 'per_call', rate: '0.25' },
    ]);
    const statement = statementOf(own, [row({ billedCalls: 4, billedSeconds: 600 })]);
    expect(statement.lines.map((line) => line.id)).toEqual([
      'c1/2/standard',
      'c1/3/standard',
      'c1/1/standard',
      'c1/0/month',
    ]);
    expect(statement.lines.map((line) => line.class)).toEqual(['variable', 'variable', 'variable', 'fixed']);
    // 8.00 + 1.00 + 1.00 + 500.00
    const totals = { billed: micros(510_000_000n), effective: micros(510_000_000n) };
    expect(statementTotals(statement)).toEqual(totals);
  });

  it('prices calls that were recorded under another contract: what-if', () => {
    const rows = [row({ billedCalls: 2, contractId: 'another' }), row({ billedCalls: 1, contractId: null })];
    expect(written(statementOf(version([{ kind: 'per_call', rate: '1' }]), rows))[0]).toBe('3 x 1 = 3.00');
  });
});
