import { describe, expect, it } from 'vitest';
import { contract as schema } from '#contracts';
import { termFields, withTerm } from './term-fields.ts';

const contractOf = (charges: unknown[]) =>
  schema.parse({ vendor: 'norte', from: '2026-01-01', currency: 'EUR', timezone: 'Europe/Rome', charges });

describe('the numbers of a contract', () => {
  it('are those of every charge, each within a round range and in round steps', () => {
    const fields = termFields(
      contractOf([
        { kind: 'per_call', rate: '3.60' },
        { kind: 'minimum', amount: '50000.00' },
        { kind: 'revenue_share', percent: '12.5' },
        {
          kind: 'per_minute',
          mode: 'volume',
          tiers: [
            { upTo: 1000, rate: '0.60' },
            { upTo: null, rate: '0.50' },
          ],
        },
      ]),
    );
    // Twice 3.60 is 7.20: to 8 by 0.01; twice 50,000: to 100,000 by 1,000; 12.5% to 30 by 0.1; 0.60 and 0.50 to 2 and 1
    expect(
      fields.map(({ kind, name, detail, value, min, max, step }) => [kind, name, detail, value, min, max, step]),
    ).toEqual([
      ['per_call', 'rate', '', '3.60', 0, 8, 0.01],
      ['minimum', 'amount', '', '50000.00', 0, 100_000, 1000],
      ['revenue_share', 'percent', '', '12.5', 0, 30, 0.1],
      ['per_minute', 'tier', '1000', '0.60', 0, 2, 0.01],
      ['per_minute', 'lastTier', '', '0.50', 0, 1, 0.01],
    ]);
  });

  it('are put back where they were found, and nowhere else', () => {
    const before = contractOf([
      {
        kind: 'bonus_malus',
        kpi: 'aht',
        steps: [
          { from: '0', percent: '3' },
          { from: '400', percent: '-5' },
        ],
      },
      { kind: 'surcharge', rateClass: 'standard', amount: '0.10' },
      { kind: 'dead_band', calls: 100, band: '0.1', arc: '2', rrc: '1' },
      { kind: 'aht_collar', low: 330, high: 390, perSecond: '0.008' },
    ]);
    const fields = termFields(before);
    expect(fields.map(({ name }) => name)).toEqual(['step', 'step', 'surcharge', 'arc', 'rrc', 'perSecond']);
    expect(fields[1]).toMatchObject({ detail: '400', min: -10, max: 10 });
    for (const [index, { path }] of fields.entries()) {
      const after = withTerm(before, path, '7');
      expect(termFields(after).map(({ value }, place) => (place === index ? value : null))[index]).toBe('7');
      expect(withTerm(after, path, fields[index]!.value)).toEqual(before);
    }
  });
});
