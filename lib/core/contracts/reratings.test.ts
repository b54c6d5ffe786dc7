import { describe, expect, it } from 'vitest';
import { contract } from './contract.ts';
import { rerating } from './reratings.ts';
import type { ContractVersion } from './versions.ts';

const version = (id: string, over: object = {}): ContractVersion => ({
  id,
  ...contract.parse({
    vendor: 'norte',
    program: 'orders',
    from: '2026-01-01',
    currency: 'EUR',
    timezone: 'Europe/Rome',
    charges: [{ kind: 'per_call', rate: '3.60' }],
    ...over,
  }),
});
const rome = { vendor: 'norte', program: 'orders', timezone: 'Europe/Rome' };
const dearer = { charges: [{ kind: 'per_call', rate: '3.90' }] };
const whole = { rating: { initialSeconds: 60, incrementSeconds: 60 } };

describe('what a change of contracts asks of the roll-up', () => {
  it('is nothing where a price changes', () => {
    expect(rerating([version('1')], [version('1', dearer)], rome)).toEqual({ relabel: [], rerate: [] });
  });

  it('is a new label where a version with the same rating takes over', () => {
    const after = [version('1', { to: '2026-03-01' }), version('2', { from: '2026-03-01', ...dearer })];
    const { relabel, rerate } = rerating([version('1')], after, rome);
    expect(relabel).toEqual([{ from: '2026-03-01', to: '2300-01-01', before: '1', after: '2' }]);
    // The open end is an instant at midnight UTC, which cuts a day of Rome: far beyond any call.
    expect(rerate.every(({ from }) => from >= '2300-01-01')).toBe(true);
  });

  it('is the calls of a day that two versions share, where zones differ', () => {
    // Midnight of 1 March in Rome is 23:00 of 28 February in London: that day has calls under both.
    const after = [version('1', { to: '2026-03-01' }), version('2', { from: '2026-03-01', to: '2026-04-01' })];
    const before = [version('1', { to: '2026-04-01' })];
    const found = rerating(before, after, { ...rome, timezone: 'Europe/London' });
    expect(found.relabel).toEqual([{ from: '2026-03-01', to: '2026-03-31', before: '1', after: '2' }]);
    expect(found.rerate).toEqual([
      { from: '2026-02-28', to: '2026-03-01' },
      { from: '2026-03-31', to: '2026-04-01' },
    ]);
  });

  it('is the calls where the rating changes, and where a contract comes or goes', () => {
    const march = { from: '2026-03-01', to: '2026-04-01' };
    const days = [{ from: '2026-03-01', to: '2026-04-01' }];
    expect(rerating([version('1', march)], [version('1', { ...march, ...whole })], rome).rerate).toEqual(days);
    expect(rerating([], [version('1', march)], rome).rerate).toEqual(days);
    expect(rerating([version('1', march)], [], rome).rerate).toEqual(days);
  });

  it('leaves the days of a program of its own alone', () => {
    const own = version('2');
    const general = version('1', { program: undefined });
    expect(rerating([general, own], [{ ...general, ...version('1', whole), program: undefined }, own], rome)).toEqual({
      relabel: [],
      rerate: [],
    });
  });
});
