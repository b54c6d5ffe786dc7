import { describe, expect, it } from 'vitest';
import { declaredTerms } from './declared.ts';
import { draftWith } from './draft.test-data.ts';
import { type ChargeDraft, type Draft, newCharge, newWindow } from './draft.ts';
import { faultsOf, fieldTexts, placeFaults } from './faults.ts';

const words = { required: 'needed', number: 'no number', whole: 'not whole', noCharge: 'no charge' };
const charge = (kind: ChargeDraft['kind'], part: Partial<ChargeDraft> = {}): ChargeDraft => {
  const own = newCharge(kind, kind);
  return { ...own, ...part, text: { ...own.text, ...part.text } };
};
const perCall = charge('per_call', { text: { rate: '1' } });

/** `path: message` of every fault, where the form shows it. */
function shown(change: Partial<Draft>): string[] {
  const draft = { ...draftWith({ charges: [{ kind: 'per_call', rate: '1' }], rating: {}, to: null }), ...change };
  const declared = declaredTerms(draft);
  return [...placeFaults({ draft, declared, words }, faultsOf(declared))].map(
    ([path, all]) => `${path}: ${all.join(' ')}`,
  );
}
const charged = (...charges: ChargeDraft[]) => shown({ charges });

describe('a bad contract is refused at its field', () => {
  it.each<[string, string[], string[]]>([
    ['no charge at all', charged(), ['charges: no charge']],
    ['an empty rate', charged(charge('per_call')), ['charges[0].rate: needed']],
    [
      'a rate in words',
      charged(charge('fixed', { text: { amount: 'dear' } })),
      ['charges[0].amount: "dear" is not a decimal number'],
    ],
    [
      'a negative rate',
      charged(charge('per_call', { text: { rate: '-1' } })),
      ['charges[0].rate: an amount or rate cannot be negative'],
    ],
    [
      'a rate with a comma',
      charged(charge('per_call', { text: { rate: '3,60' } })),
      ['charges[0].rate: "3,60" is not a decimal number'],
    ],
    [
      'a last tier that ends',
      charged(tiers(['1000', '2000'])),
      [expect.stringMatching(/^charges\[0\]\.tiers\[1\]\.upTo: the last tier is open/)],
    ],
    [
      'a tier without an end before another',
      charged(tiers(['', ''])),
      [expect.stringMatching(/^charges\[0\]\.tiers\[0\]\.upTo: only the last/)],
    ],
    [
      'tiers that go back',
      charged(tiers(['1000', '900', ''])),
      [expect.stringMatching(/^charges\[0\]\.tiers\[1\]\.upTo: a tier must end after/)],
    ],
    ['half a call in a tier', charged(tiers(['10.5', ''])), ['charges[0].tiers[0].upTo: not whole']],
    ['a tier that ends in words', charged(tiers(['many', ''])), ['charges[0].tiers[0].upTo: no number']],
    [
      'steps that do not start at 0',
      charged(perCall, steps('service_level', ['0.5'])),
      [expect.stringMatching(/^charges\[1\]\.steps\[0\]\.from: the first step starts at 0/)],
    ],
    [
      'a share in percent',
      charged(perCall, steps('service_level', ['0', '85'])),
      [expect.stringMatching(/^charges\[1\]\.steps\[1\]\.from: service_level is a share/)],
    ],
    [
      'an unknown KPI',
      charged(perCall, steps('smiles', ['0'])),
      [expect.stringMatching(/^charges\[1\]\.kpi: "smiles" is no KPI/)],
    ],
    [
      'a cap under the minimum',
      charged(perCall, charge('minimum', { text: { amount: '500' } }), charge('cap', { text: { amount: '400' } })),
      [expect.stringMatching(/^charges\[2\]\.amount: the cap is under the minimum/)],
    ],
    [
      'a surcharge on surcharges',
      charged(perCall, charge('surcharge', { text: { percent: '10' }, on: ['surcharge'] })),
      [expect.stringMatching(/^charges\[1\]\.on: .*circular/)],
    ],
    [
      'a surcharge for a class that no window gives',
      charged(perCall, charge('surcharge', { text: { percent: '10', rateClass: 'night' } })),
      [expect.stringMatching(/^charges\[1\]\.rateClass: no window/)],
    ],
    [
      'two minimums',
      charged(perCall, charge('minimum', { text: { amount: '1' } }), charge('minimum', { text: { amount: '2' } })),
      ['charges[2]: a contract has one minimum'],
    ],
    [
      'a collar that ends before it starts',
      charged(perCall, charge('aht_collar', { text: { low: '390', high: '330', perSecond: '1' } })),
      [expect.stringMatching(/^charges\[1\]\.high: /)],
    ],
    [
      'a one-off amount without a day',
      charged(perCall, charge('one_off', { text: { amount: '5' } })),
      ['charges[1].on: needed'],
    ],
  ])('%s', (_, found, expected) => {
    expect(found).toEqual(expected);
  });

  it('dates: a day that is none, an end before the start, a zone and a currency that nobody has', () => {
    expect(shown({ from: '' })).toEqual(['from: needed']);
    expect(shown({ to: '2025-01-01' })).toEqual(['to: a contract must end after it starts']);
    expect(shown({ timezone: 'Europe/Madird', currency: 'EURO' })).toEqual([
      'currency: "EURO" is not an ISO 4217 currency code',
      'timezone: "Europe/Madird" is not an IANA time zone',
    ]);
  });

  it('rating, windows, assumptions and plan', () => {
    const { rating, wage, vendorCost, plan } = draftWith();
    expect(shown({ rating: { ...rating, initialSeconds: 'x', incrementSeconds: '' } })).toEqual([
      'rating.initialSeconds: no number',
      'rating.incrementSeconds: needed',
    ]);
    expect(shown({ windows: [{ ...newWindow('w'), class: 'night' }] })).toEqual([
      'rating.windows[0]: a window needs days, dates or a time range',
    ]);
    expect(shown({ windows: [{ ...newWindow('w'), class: 'day', dates: '2026-12-25, soon' }] })).toEqual([
      'rating.windows[0].dates: "soon" is not a calendar date (YYYY-MM-DD)',
    ]);
    expect(shown({ wage: { ...wage, low: '99' } })).toEqual(['vendorCost: low <= value <= high']);
    expect(shown({ vendorCost: { ...vendorCost, occupancy: '80' } })).toEqual([
      'vendorCost.occupancy: 80 is outside 0.01 to 1',
    ]);
    expect(shown({ plan: { ...plan, ahtSeconds: 'long' } })).toEqual(['plan.ahtSeconds: no number']);
  });

  it('a good one nowhere', () => {
    expect(shown({})).toEqual([]);
    expect(fieldTexts(draftWith()).get('charges[0].tiers[1].upTo')).toBe('');
  });

  it('counting the charges of the form, of which one may not be declared', () => {
    const past = charge('one_off', { text: { amount: '5', on: '2026-02-01' } });
    expect(shown({ from: '2026-06-01', charges: [past, charge('per_call')] })).toEqual(['charges[1].rate: needed']);
  });

  it('what the server finds, at the field or at the form as a whole', () => {
    const draft = draftWith();
    const declared = declaredTerms(draft);
    const placed = placeFaults({ draft, declared, words }, [
      { path: 'charges[2].basis', message: 'no hours' },
      { path: 'charges[3]', message: 'no full-time equivalents' },
      { path: 'elsewhere', message: 'what' },
    ]);
    expect([...placed.keys()]).toEqual(['charges[2].basis', 'charges[3]', '']);
  });
});

function tiers(ends: string[]): ChargeDraft {
  return charge('per_call', { text: { mode: 'graduated' }, rows: ends.map((upTo) => ({ upTo, rate: '1' })) });
}

function steps(kpi: string, from: string[]): ChargeDraft {
  return charge('bonus_malus', { text: { kpi }, rows: from.map((start) => ({ from: start, percent: '1' })) });
}
