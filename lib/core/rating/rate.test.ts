import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Call, outcomes } from '#calls';
import type { Rating } from '#contracts';
import { rate } from './rate.ts';

const plain: Rating = {
  billable: 'handled',
  basis: 'talk',
  initialSeconds: 0,
  incrementSeconds: 1,
  excludeShorterThanSeconds: 0,
  windows: [],
};

const call: Call = {
  callId: 'n-1',
  vendor: 'norte',
  program: 'orders',
  callType: null,
  direction: 'inbound',
  startedAt: Date.parse('2026-03-02T09:15:00Z'),
  waitMs: 12_000,
  talkMs: 301_000,
  holdMs: 20_000,
  wrapMs: 45_500,
  answered: true,
  disposition: null,
  outcome: 'resolved',
  agent: null,
  customerRef: null,
  revenue: null,
  currency: 'EUR',
  legOf: null,
  details: null,
};

function rated(change: Partial<Call>, rating: Partial<Rating>) {
  return rate({ ...call, ...change }, { rating: { ...plain, ...rating }, timezone: 'Europe/Madrid' });
}

const billed = (seconds: number, initialSeconds: number, incrementSeconds: number) =>
  rated({ talkMs: Math.round(seconds * 1000) }, { initialSeconds, incrementSeconds }).billedSeconds;

describe('billed seconds', () => {
  // 30/6: the first 30 s count whole, then every 6 s that has begun.
  it.each([
    [0, 0],
    [0.001, 30],
    [29.999, 30],
    [30, 30],
    [30.001, 36],
    [36, 36],
    [36.001, 42],
    [301, 306], // 271 s beyond 30 are 45 steps of 6 and one begun: 30 + 46 x 6
  ])('of %d s at 30/6 are %d', (seconds, expected) => expect(billed(seconds, 30, 6)).toBe(expected));

  it.each([
    [0, 0],
    [0.001, 60],
    [60, 60],
    [60.001, 120],
    [301, 360],
  ])('of %d s at 60/60 are %d', (seconds, expected) => expect(billed(seconds, 60, 60)).toBe(expected));

  it.each([
    [0, 0],
    [0.001, 1],
    [301, 301],
    [301.5, 302],
  ])('of %d s by the second are %d', (seconds, expected) => expect(billed(seconds, 0, 1)).toBe(expected));

  it('are at least the call, less than a step more beyond the minimum, and grow with the call', () => {
    const ms = fc.integer({ min: 1, max: 86_400_000 });
    const steps = fc.tuple(fc.integer({ min: 0, max: 3600 }), fc.integer({ min: 1, max: 3600 }));
    fc.assert(
      fc.property(ms, ms, steps, (a, b, [initial, increment]) => {
        const seconds = billed(a / 1000, initial, increment);
        expect(seconds * 1000).toBeGreaterThanOrEqual(a);
        expect(seconds * 1000 - a).toBeLessThan(Math.max(increment * 1000, initial * 1000));
        expect((seconds - initial) % increment).toBe(0);
        if (a <= b) expect(billed(b / 1000, initial, increment)).toBeGreaterThanOrEqual(seconds);
      }),
    );
  });
});

describe('the clock that runs', () => {
  it.each([
    ['talk', 301_000],
    ['connected', 321_000],
    ['handle', 366_500],
  ] as const)('by %s is %d ms', (basis, ms) => {
    expect(rated({}, { basis })).toMatchObject({ basis, basisMs: ms, billedSeconds: Math.ceil(ms / 1000) });
  });

  it('leaves out what the vendor does not report', () => {
    expect(rated({ holdMs: null, wrapMs: null }, { basis: 'handle' }).basisMs).toBe(301_000);
  });
});

describe('a billable call', () => {
  const states = ['offered', 'attempted', 'handled', 'contact', 'resolved', 'sale'] as const;
  const billableAs = (change: Partial<Call>) => states.filter((billable) => rated(change, { billable }).billable);

  it('is in the state that the contract names', () => {
    expect(billableAs({ outcome: 'sale' })).toEqual(['offered', 'handled', 'contact', 'sale']);
    expect(billableAs({ outcome: 'resolved', direction: 'outbound' })).toEqual([
      'attempted',
      'handled',
      'contact',
      'resolved',
    ]);
    expect(billableAs({ outcome: 'bad_number', direction: 'outbound' })).toEqual(['attempted', 'handled']);
    expect(billableAs({ outcome: 'abandoned', answered: false })).toEqual(['offered']);
    expect(billableAs({ outcome: 'no_contact', answered: false, direction: 'outbound' })).toEqual(['attempted']);
  });

  it('says which rule left it out', () => {
    expect(rated({ answered: false }, {})).toMatchObject({
      billable: false,
      exclusion: 'not_in_billable_state',
      billedSeconds: 0,
    });
    const short = { excludeShorterThanSeconds: 5 };
    expect(rated({ talkMs: 4_999 }, short)).toMatchObject({
      billable: false,
      exclusion: 'shorter_than_minimum',
      billedSeconds: 0,
    });
    expect(rated({ talkMs: 5_000 }, short)).toMatchObject({ billable: true, exclusion: null, billedSeconds: 5 });
    expect(rated({ talkMs: 0 }, {})).toMatchObject({ billable: true, exclusion: null, billedSeconds: 0 });
  });

  it('costs seconds only where it is billable, whatever the call', () => {
    const anyChange = fc.record({
      talkMs: fc.nat(10_000),
      answered: fc.boolean(),
      outcome: fc.constantFrom(...outcomes),
      direction: fc.constantFrom('inbound', 'outbound'),
    });
    fc.assert(
      fc.property(anyChange, fc.constantFrom(...states), fc.nat(8), (change, billable, excludeShorterThanSeconds) => {
        const result = rated(change, { billable, excludeShorterThanSeconds, initialSeconds: 30, incrementSeconds: 6 });
        expect(result.billable).toBe(result.exclusion === null);
        expect(result.billedSeconds > 0).toBe(result.billable && change.talkMs > 0);
      }),
    );
  });
});

describe('the worked example of docs/formulas/rating.md', () => {
  it('bills 342 seconds at the night rate', () => {
    const result = rate(
      { ...call, startedAt: Date.parse('2026-03-02T21:30:00Z'), talkMs: 320_500, holdMs: 18_000 },
      {
        rating: {
          ...plain,
          basis: 'connected',
          initialSeconds: 30,
          incrementSeconds: 6,
          excludeShorterThanSeconds: 5,
          windows: [{ class: 'night', days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '22:00', to: '06:00' }],
        },
        timezone: 'Europe/Madrid',
      },
    );
    expect(result).toEqual({
      basis: 'connected',
      basisMs: 338_500,
      billable: true,
      exclusion: null,
      repeatOf: null,
      billedSeconds: 342,
      rateClass: 'night',
    });
  });
});
