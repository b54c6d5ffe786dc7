import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Contract, contract as schema } from '#contracts';
import { formatMicros, parseMicros } from '#money';
import { statementTotals } from '#pricing';
import { type Day, period } from '#time';
import { handled, input, program, sold, version, workedVendorCost } from './books.test-data.ts';
import type { BooksInput } from './input.ts';
import { economics } from './unit-economics.ts';
import { proposedVersion, ratesAlike, type Side, whatIf } from './what-if.ts';

const terms = (over: Record<string, unknown> = {}): Contract =>
  schema.parse({
    vendor: 'norte',
    from: '2026-01-01',
    currency: 'EUR',
    timezone: 'Europe/Rome',
    charges: [{ kind: 'per_call', rate: '3.80' }],
    vendorCost: workedVendorCost,
    ...over,
  });

const day = (text: string) => text as Day;
const ask = (books: Partial<BooksInput>, over: Partial<Parameters<typeof whatIf>[0]> = {}) =>
  whatIf({ books: input(books), vendor: 'norte', contract: terms(), ...over });

const lines = ({ statements }: Side) =>
  statements.flatMap((own) => own.lines.map((line) => `${line.charge} ${formatMicros(line.amount, 2)}`));

describe('what proposed terms would come to', () => {
  it('prices them on the recorded calls, next to the terms in force', () => {
    // 100 calls of 360 s and 9.60 of revenue each: 3.60 and 3.80 a call; the vendor's cost is 3.375, the floor 3.75,
    // the ceiling 4.80 - 0.40 - 0.50 = 3.90. Client: 4.80 - 0.40 less the fee.
    const { current, proposed } = ask({ rows: [handled(100, sold('960'))] });
    expect([lines(current), lines(proposed)]).toEqual([['per_call 360.00'], ['per_call 380.00']]);
    expect([current.economics.perCall.cost, proposed.economics.perCall.cost]).toEqual([3.6, 3.8]);
    expect([current.economics.perCall.margin, proposed.economics.perCall.margin]).toEqual([0.8, 0.6]);
    expect(current.economics.perCall.vendorMargin?.value).toBeCloseTo(0.225, 10);
    expect(proposed.economics.perCall.vendorMargin?.value).toBeCloseTo(0.425, 10);
    expect([current.economics.zone, proposed.economics.zone]).toEqual(['underpriced', 'sound']);
    expect(proposed.economics.key).toEqual({ vendor: 'norte' });
  });

  it('gives the terms in force back where nothing changes, whatever the charges', () => {
    const charge = fc.constantFrom(
      { kind: 'per_call', rate: '3.60' },
      { kind: 'per_minute', rate: '0.61' },
      { kind: 'per_outcome', outcome: 'sale', rate: '45.00' },
      { kind: 'revenue_share', percent: '12.5' },
      { kind: 'fixed', amount: '5000.00' },
    );
    const day_ = fc.integer({ min: 1, max: 28 }).map((at) => day(`2026-03-${String(at).padStart(2, '0')}`));
    const rows = fc.array(
      fc
        .tuple(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 5, max: 900 }), day_)
        .map(([n, seconds, on]) => handled(n, { seconds, day: on, ...sold(String(n)) })),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(fc.array(charge, { minLength: 1, maxLength: 4 }), rows, (charges, own) => {
        const books = { rows: own, versions: [version({ charges })] };
        const { current, proposed } = ask(books, { contract: terms({ charges }) });
        expect(proposed.economics).toEqual(current.economics);
        expect(lines(proposed)).toEqual(lines(current));
        // The same figures as everywhere else: economics of the books, and statements that sum to its charges.
        const [total] = economics({ ...input(books), by: ['vendor'] });
        expect(current.economics).toEqual(total);
        const billed = current.statements.map((one) => BigInt(statementTotals(one).effective ?? 0));
        expect(billed.reduce((a, b) => a + b, 0n)).toBe(total?.money.charges);
      }),
      { numRuns: 50 },
    );
  });

  it('puts one contract in the place of all that were in force, so that tiers count across them', () => {
    // 600 calls to the 15th, 600 after it: 1,000 at 3.60 and 200 at 3.00 = 4,200.00
    const versions = [
      version({ id: 'c1', to: '2026-03-16' }),
      version({ id: 'c2', from: '2026-03-16', charges: [{ kind: 'per_call', rate: '4.00' }] }),
    ];
    const rows = [handled(600, { contractId: 'c1' }), handled(600, { contractId: 'c2', day: day('2026-03-20') })];
    const tiers = [
      { upTo: 1000, rate: '3.60' },
      { upTo: null, rate: '3.00' },
    ];
    const contract = terms({ charges: [{ kind: 'per_call', mode: 'graduated', tiers }] });
    const { current, proposed } = ask({ rows, versions }, { contract });
    expect(lines(current)).toEqual(['per_call 2160.00', 'per_call 2400.00']);
    expect(lines(proposed)).toEqual(['per_call 3600.00', 'per_call 600.00']);
  });

  it('prorates amounts of a month as the terms in force are', () => {
    // In force from 16 March: 16 of 31 days of 3,100.00, whatever date the proposal bears
    const versions = [version({ from: '2026-03-16' })];
    const contract = terms({ from: '2027-01-01', charges: [{ kind: 'fixed', amount: '3100.00' }] });
    const rows = [handled(10, { day: day('2026-03-20') })];
    expect(lines(ask({ rows, versions }, { contract }).proposed)).toEqual(['fixed 1600.00']);
  });

  it('keeps the age of an indexed contract', () => {
    const indexation = { kind: 'indexation', index: 'wages', weight: '1' };
    const contract = terms({ from: '2024-05-01', charges: [{ kind: 'per_call', rate: '1' }, indexation] });
    const { charges } = proposedVersion({ books: input(), vendor: 'norte', contract });
    expect(charges[1]).toMatchObject({ since: '2024-05-01' });
  });

  it('is of one program where asked, and leaves a contract for all programs to the others', () => {
    const programs = [program(), program({ code: 'support' })];
    const rows = [handled(100), handled(50, { program: 'support' })];
    const { current, proposed } = ask({ rows, programs }, { program: 'orders' });
    // orders: 100 x 3.60, then 100 x 3.80; what is left under the old contract is 50 x 3.60
    expect([current.economics.perCall.cost, proposed.economics.perCall.cost]).toEqual([3.6, 3.8]);
    expect(proposed.economics.key).toEqual({ vendor: 'norte', program: 'orders' });
    expect(proposed.economics.counts.handled).toBe(100);
    expect(lines(proposed)).toEqual(['per_call 180.00', 'per_call 380.00']);
  });

  it('bills no monthly amount twice where the program was the only one under its contract', () => {
    const versions = [version({ charges: [{ kind: 'fixed', amount: '3100.00' }] })];
    const contract = terms({ charges: [{ kind: 'fixed', amount: '6200.00' }] });
    const { proposed } = ask({ rows: [handled(100)], versions }, { program: 'orders', contract });
    expect(lines(proposed)).toEqual(['fixed 6200.00']);
    expect(proposed.economics.money.charges).toBe(parseMicros('6200'));
  });

  it('takes hours along', () => {
    const hours = [
      {
        vendor: 'norte',
        program: null,
        day: day('2026-03-02'),
        contractId: 'c1',
        loggedHours: '12.5',
        productiveHours: null,
        fte: null,
      },
    ];
    const contract = terms({ charges: [{ kind: 'per_hour', basis: 'logged', rate: '28.80' }] });
    const inputs = { hours, scores: [], indices: [] };
    expect(lines(ask({ rows: [handled(100)], inputs }, { contract }).proposed)).toEqual(['per_hour 360.00']);
  });

  it('prices re-rated rows in the place of the recorded ones', () => {
    const contract = terms({ charges: [{ kind: 'per_minute', rate: '0.60' }], rating: { initialSeconds: 60 } });
    const books = input({ rows: [handled(100, { seconds: 30 })] });
    const rerated = [handled(100, { seconds: 30, billedSeconds: 6000 })];
    // 100 minutes at 0.60
    expect(lines(whatIf({ books, vendor: 'norte', contract, rerated }).proposed)).toEqual(['per_minute 60.00']);
  });
});

describe('whether the recorded rows will do', () => {
  const alike = (contract: Contract, books: Partial<BooksInput> = { rows: [handled(1)] }) =>
    ratesAlike({ books: input(books), vendor: 'norte', contract });

  it.each([
    ['a price', { charges: [{ kind: 'fixed', amount: '1' }] }, true],
    ['a zone without windows', { timezone: 'Asia/Manila' }, true],
    ['the basis', { rating: { basis: 'handle' } }, false],
    ['an increment', { rating: { incrementSeconds: 6 } }, false],
    ['an exclusion', { rating: { excludeShorterThanSeconds: 5 } }, false],
    ['repeated calls', { rating: { excludeRepeatsWithinHours: 24 } }, false],
    ['windows', { rating: { windows: [{ class: 'night', from: '22:00', to: '06:00' }] } }, false],
  ])('when %s changes', (_, over, expected) => {
    expect(alike(terms(over))).toBe(expected);
  });

  it('not where the clock of windows changes', () => {
    const rating = { windows: [{ class: 'night', from: '22:00', to: '06:00' }] };
    const books = { rows: [handled(1)], versions: [version({ rating })] };
    expect(alike(terms({ rating }), books)).toBe(true);
    expect(alike(terms({ rating, timezone: 'Asia/Manila' }), books)).toBe(false);
  });

  it('not for calls that no contract rated, unless they are of others', () => {
    expect(alike(terms(), { rows: [handled(1, { contractId: null })] })).toBe(false);
    expect(alike(terms(), { rows: [handled(1), handled(1, { contractId: null, vendor: 'sur' })] })).toBe(true);
  });

  it('stretches the proposal over calls that no contract covers', () => {
    const versions = [version({ from: '2026-03-16' })];
    const rows = [handled(1, { contractId: null, day: day('2026-03-10') })];
    const books = input({ rows, versions, period: period(day('2026-03-01'), day('2026-04-01')) });
    expect(proposedVersion({ books, vendor: 'norte', contract: terms() })).toMatchObject({
      from: '2026-03-10',
      to: null,
    });
  });
});
