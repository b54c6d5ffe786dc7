import { describe, expect, it } from 'vitest';
import { type ContractVersion, parseDeclaration } from '#contracts';
import { contractText } from './contract-words.ts';
import { english } from './report.fixture.ts';

/** A contract as its declaration file writes it. */
function declared(fields: object): ContractVersion {
  const contract = { vendor: 'norte', from: '2026-01-01', currency: 'EUR', timezone: 'Europe/Madrid', ...fields };
  const result = parseDeclaration({ contracts: [contract] });
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return { ...result.declaration.contracts[0]!, id: 'c1' };
}

const read = (fields: object) => english(contractText(declared(fields)));

describe('a contract in words', () => {
  it('names price, clock, rounding and start', () => {
    const rating = { basis: 'connected', initialSeconds: 30, incrementSeconds: 6 };
    expect(read({ rating, charges: [{ kind: 'per_call', rate: '3.60' }] })).toBe(
      '3.60 EUR per handled call; talk and hold time, 30 s minimum, 6 s increments; since 1 Jan 2026.',
    );
  });

  it('joins several charges and names what is not billed', () => {
    const charges = [
      { kind: 'per_minute', rate: '0.605' },
      { kind: 'per_outcome', outcome: 'sale', rate: '45.00' },
      { kind: 'revenue_share', percent: '12.25' },
      { kind: 'fixed', amount: '12000.00' },
    ];
    const rating = { excludeShorterThanSeconds: 5 };
    expect(read({ charges, rating, to: '2026-07-01' })).toBe(
      '0.605 EUR per minute, 45.00 EUR per sale, 12.25% of net revenue and 12,000 EUR a month; talk time, calls under 5 s not billed; 1 Jan – 30 Jun 2026.',
    );
  });

  it('reads like the sentence of a contract with a commitment', () => {
    const rating = { initialSeconds: 30, incrementSeconds: 6, excludeRepeatsWithinHours: 24 };
    const charges = [
      { kind: 'per_call', rate: '3.60' },
      { kind: 'minimum', amount: '50000' },
      { kind: 'cap', amount: '90000.50' },
    ];
    expect(read({ charges, rating, from: '2026-03-01' })).toBe(
      "3.60 EUR per handled call, at least 50,000 EUR a month and at most 90,000.50 EUR a month; talk time, 30 s minimum, 6 s increments, a customer's next call within 24 h not billed; since 1 Mar 2026.",
    );
  });

  const night = { windows: [{ class: 'night', from: '22:00', to: '06:00' }] };
  it.each([
    [{ kind: 'per_hour', basis: 'logged', rate: '28.80' }, '28.80 EUR per logged hour'],
    [{ kind: 'per_hour', basis: 'productive', rate: '28.80' }, '28.80 EUR per hour of handle time'],
    [{ kind: 'per_fte', rate: '3100' }, '3,100.00 EUR per full-time equivalent a month'],
    [
      { kind: 'one_off', amount: '20000', on: '2026-01-15', amortiseMonths: 12 },
      '20,000 EUR on 15 Jan 2026, spread over 12 months',
    ],
    [{ kind: 'one_off', amount: '20000', on: '2026-01-15' }, '20,000 EUR on 15 Jan 2026'],
    [
      { kind: 'dead_band', calls: 20000, band: '0.10', arc: '2.40', rrc: '1.80' },
      '20,000 calls a month with a band of 10%: 2.40 EUR for each call above, 1.80 EUR back for each below',
    ],
    [
      {
        kind: 'bonus_malus',
        kpi: 'service_level',
        steps: [
          { from: '0', percent: '-5' },
          { from: '0.75', percent: '0' },
          { from: '0.855', percent: '3' },
        ],
        cap: '5',
        floor: '-10',
      },
      'service level: -5% under 75%, 0% from 75%, +3% from 85.5%, at most +5% and at least -10%',
    ],
    [
      {
        kind: 'bonus_malus',
        kpi: 'aht',
        steps: [
          { from: '0', percent: '2.5' },
          { from: '330', percent: '0' },
        ],
      },
      'AHT in seconds: +2.5% under 330 and 0% from 330',
    ],
    [{ kind: 'bonus_malus', kpi: 'qa', steps: [{ from: '0', percent: '1' }] }, 'quality score: +1% at any value'],
    [
      { kind: 'aht_collar', low: 330, high: 390, perSecond: '0.008' },
      '0.008 EUR per call for every second of AHT outside 330 to 390 s: added above, taken off below',
    ],
    [
      { kind: 'indexation', index: 'it_labour', weight: '0.7', cap: '0.04' },
      'rates follow it_labour by 70%, at most 4% a year',
    ],
    [
      { kind: 'indexation', index: 'it_labour', weight: '1', on: ['fixed'] },
      'the monthly amount follows it_labour by 100%',
    ],
    [
      { kind: 'indexation', index: 'it_labour', weight: '1', since: '2025-03-01', on: ['per_call', 'fixed'] },
      'the price per call and the monthly amount follow it_labour by 100%, in years from 1 Mar 2025',
    ],
  ])('says $kind', (charge, words) => {
    expect(read({ charges: [charge] })).toBe(`${words}; talk time; since 1 Jan 2026.`);
  });

  it('says what a surcharge is on where it is not on all of a call', () => {
    const calls = { kind: 'per_call', rate: '3.60' };
    const sales = { kind: 'per_outcome', outcome: 'sale', rate: '45' };
    const percent = { kind: 'surcharge', rateClass: 'night', percent: '25' };
    const first = (charges: object[]) => read({ charges, rating: night }).split(';')[0];
    expect(first([calls, percent])).toBe('3.60 EUR per handled call and 25% on top for night calls');
    expect(first([calls, sales, percent])).toBe(
      '3.60 EUR per handled call, 45.00 EUR per sale and 25% of the price per call on top for night calls',
    );
    expect(first([calls, { kind: 'surcharge', rateClass: 'night', amount: '0.40' }])).toBe(
      '3.60 EUR per handled call and 0.40 EUR on top for each night call',
    );
  });

  it('sets apart what would be lost in a list', () => {
    const charges = [
      { kind: 'fixed', amount: '5000' },
      { kind: 'indexation', index: 'cpi', weight: '1' },
      { kind: 'minimum', amount: '1000' },
      { kind: 'one_off', amount: '10.50', on: '2026-01-15', amortiseMonths: 1 },
    ];
    expect(read({ charges })).toBe(
      '5,000 EUR a month and at least 1,000 EUR a month; rates follow cpi by 100%; 10.50 EUR on 15 Jan 2026, taken in its month; talk time; since 1 Jan 2026.',
    );
  });

  it('tells graduated tiers from volume tiers', () => {
    const tiers = [
      { upTo: 1000, rate: '3.60' },
      { upTo: 5000, rate: '3.20' },
      { upTo: null, rate: '2.90' },
    ];
    const charge = { kind: 'per_call', tiers };
    expect(read({ charges: [{ ...charge, mode: 'graduated' }], rating: { billable: 'contact' } })).toMatch(
      /^per contact, each band at its own rate: 3\.60 EUR up to 1,000, 3\.20 EUR up to 5,000 and 2\.90 EUR above;/,
    );
    expect(read({ charges: [{ ...charge, mode: 'volume' }] })).toMatch(
      /^per handled call, all at the rate that the month's total reaches: 3\.60 EUR up to 1,000,/,
    );
  });
});
