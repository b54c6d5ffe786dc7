import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Contract, contract } from './contract.ts';
import { contractText } from './declaration.test-data.ts';
import { parseContract } from './declaration.ts';
import { diffContracts } from './diff.ts';

const terms = (over: object = {}): Contract => contract.parse(contractText(over));
const rating = (over: object) => terms({ rating: { ...contractText().rating, ...over } });
const nothing = { terms: [], windows: [], charges: [] };

describe('the difference between two contracts', () => {
  it('is nothing where they are equal, whatever the order of their keys', () => {
    const { charges, ...rest } = terms();
    expect(diffContracts(terms(), { charges, ...rest } as Contract)).toEqual(nothing);
  });

  it('names dates, currency and clock with what they were', () => {
    const after = terms({ from: '2026-03-01', to: '2027-01-01', currency: 'USD' });
    expect(diffContracts(terms(), after)).toEqual({
      ...nothing,
      terms: [
        { term: 'from', before: '2026-01-01', after: '2026-03-01' },
        { term: 'to', before: null, after: '2027-01-01' },
        { term: 'currency', before: 'EUR', after: 'USD' },
      ],
    });
  });

  it('names a field of the rating, and one that was not there before', () => {
    expect(diffContracts(terms(), rating({ initialSeconds: 60, excludeRepeatsWithinHours: 24 })).terms).toEqual([
      { term: 'rating.initialSeconds', before: 30, after: 60 },
      { term: 'rating.excludeRepeatsWithinHours', before: null, after: 24 },
    ]);
  });

  it('names the assumed wage by its parts, and every part of what is no longer assumed', () => {
    const agentHourly = { value: '15.00', low: '12.50', high: '16.00' };
    const dearer = terms({ vendorCost: { ...contractText().vendorCost, agentHourly } });
    expect(diffContracts(terms(), dearer).terms).toEqual([
      { term: 'vendorCost.agentHourly.value', before: '14.00', after: '15.00' },
    ]);
    const gone = diffContracts(terms(), terms({ vendorCost: undefined, plan: undefined })).terms;
    expect(gone).toHaveLength(8 + 3);
    expect(gone.every(({ before, after }) => before !== null && after === null)).toBe(true);
  });

  it('matches charges by kind and place: a charge put between others is one addition', () => {
    const first = [
      { kind: 'per_outcome', outcome: 'sale', rate: '10' },
      { kind: 'fixed', amount: '5000' },
    ];
    const second = [
      { kind: 'per_outcome', outcome: 'sale', rate: '12' },
      { kind: 'per_call', rate: '1' },
      { kind: 'fixed', amount: '5000' },
      { kind: 'per_outcome', outcome: 'contact', rate: '2' },
    ];
    expect(diffContracts(terms({ charges: first }), terms({ charges: second })).charges).toEqual([
      { before: first[0], after: second[0] },
      { before: null, after: second[1] },
      { before: null, after: second[3] },
    ]);
  });

  it('matches rate windows by class', () => {
    const night = { class: 'night', from: '22:00', to: '06:00' };
    const holiday = { class: 'holiday', dates: ['2026-12-25'] };
    const later = { ...night, from: '23:00' };
    expect(diffContracts(rating({ windows: [night] }), rating({ windows: [holiday, later] })).windows).toEqual([
      { before: night, after: later },
      { before: null, after: holiday },
    ]);
  });
});

const decimal = fc.integer({ min: 0, max: 9999 }).map(String);
const anyCharge = fc.oneof(
  fc.record({ kind: fc.constant('per_call'), rate: decimal }),
  fc.record({ kind: fc.constant('per_minute'), rate: decimal }),
  fc.record({ kind: fc.constant('fixed'), amount: decimal }),
  fc.record({ kind: fc.constant('per_hour'), basis: fc.constantFrom('logged', 'productive'), rate: decimal }),
);
const anyContract = fc
  .record({
    charges: fc.array(anyCharge, { minLength: 1, maxLength: 5 }),
    to: fc.constantFrom(null, '2027-01-01'),
    timezone: fc.constantFrom('Europe/Rome', 'Europe/Madrid'),
    rating: fc.record({
      billable: fc.constantFrom('handled', 'sale'),
      initialSeconds: fc.integer({ min: 0, max: 60 }),
    }),
    plan: fc.option(fc.record({ ahtSeconds: fc.integer({ min: 1, max: 900 }) }), { nil: undefined }),
  })
  .map(terms);

describe('for any two contracts', () => {
  const swap = ({ before, after, ...rest }: { before: unknown; after: unknown }) => ({
    ...rest,
    before: after,
    after: before,
  });
  const sorted = (list: object[]) => list.map((one) => JSON.stringify(one, Object.keys(one).sort())).sort();

  it('the way back is the way there turned round', () => {
    fc.assert(
      fc.property(anyContract, anyContract, (a, b) => {
        const [there, back] = [diffContracts(a, b), diffContracts(b, a)];
        expect(there.terms.map(swap)).toEqual(back.terms);
        expect(sorted(there.charges.map(swap))).toEqual(sorted(back.charges.map((one) => ({ ...one }))));
      }),
    );
  });

  it('nothing differs from itself, and the order of one kind is all that it may miss', () => {
    fc.assert(
      fc.property(anyContract, anyContract, (a, b) => {
        expect(diffContracts(a, a)).toEqual(nothing);
        const byKind = (own: Contract) => ({
          ...own,
          charges: own.charges.toSorted((x, y) => x.kind.localeCompare(y.kind)),
        });
        const { terms: t, windows, charges } = diffContracts(a, b);
        if (t.length + windows.length + charges.length === 0) expect(byKind(a)).toEqual(byKind(b));
      }),
    );
  });
});

describe('one contract read alone', () => {
  it('names its faults within itself', () => {
    const read = parseContract(contractText({ charges: [{ kind: 'per_call', rate: '-1' }], to: 'soon' }));
    expect(read).toEqual({
      ok: false,
      issues: [
        { path: 'to', message: '"soon" is not a calendar date (YYYY-MM-DD)' },
        { path: 'charges[0].rate', message: 'an amount or rate cannot be negative' },
      ],
    });
    expect(parseContract(contractText()).ok).toBe(true);
  });
});
