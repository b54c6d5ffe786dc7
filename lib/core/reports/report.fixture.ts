import { outcomes } from '#calls';
import type { Economics, GroupKey } from '#economics';
import { translator } from '#format';
import { parseMicros } from '#money';
import type { BookVerdict, Verdict } from '#verdicts';
import en from '../../../messages/en.json' with { type: 'json' };

/** English, where a message that is missing or lacks a value fails the test. */
export const english = translator(en, 'en', (fault) => {
  throw fault;
});

export const names = {
  vendors: [
    { code: 'norte', name: 'Norte Contact', color: 1 },
    { code: 'lumina', name: 'Lumina', color: 2 },
    { code: 'atlas', name: 'Atlas', color: 3 },
  ],
  programs: [
    { code: 'orders', name: 'Order line' },
    { code: 'support', name: 'Support' },
  ],
};

/** The two books of economics.md section 6 at an AHT of 432 s: 1,000 handled calls, 80 of them sales at 120. */
export function workedEconomics(key: GroupKey = {}, changes: Partial<Economics> = {}): Economics {
  return {
    key,
    currency: 'EUR',
    counts: {
      calls: 1100,
      offered: 1100,
      attempted: 0,
      handled: 1000,
      contact: 990,
      abandoned: 100,
      shortAbandoned: 20,
      billed: 1000,
      withoutContract: 0,
      outcomes: {
        ...Object.fromEntries(outcomes.map((outcome) => [outcome, 0])),
        sale: 80,
      } as Economics['counts']['outcomes'],
    },
    seconds: { wait: 20_000, talk: 300_000, hold: 72_000, wrap: 60_000, handle: 432_000, billed: 432_000 },
    money: { charges: parseMicros('3600'), revenue: parseMicros('9600'), contribution: parseMicros('4800') },
    // other cost 0.40 and required margin 0.50 a call; 432,000 s at 0.009375; 4,050 / (1 - 0.10)
    inputs: {
      otherCost: parseMicros('400'),
      requiredMargin: parseMicros('500'),
      labour: parseMicros('4050'),
      overhead: parseMicros('0'),
      floor: parseMicros('4500'),
    },
    perCall: {
      cost: 3.6,
      revenue: 9.6,
      contribution: 4.8,
      margin: 0.8,
      vendorCost: { value: 4.05, low: 3.616, high: 4.629 },
      vendorMargin: { value: -0.45, low: -0.016, high: -1.029 },
      floor: { value: 4.5, low: 4.018, high: 5.143 },
      ceiling: 3.9,
    },
    aht: 432,
    breakEvenAht: { value: 384, low: 430.08, high: 336 },
    meetingPoint: {
      aht: { value: 374.4, low: 419.3, high: 327.6 },
      revenuePerCall: { value: 10.8, low: 9.8, high: 12.1 },
    },
    ahtParts: { talk: 300, hold: 72, wrap: 60 },
    reported: { wait: 1, hold: 1, wrap: 1 },
    conversion: 0.08,
    costRatio: 0.75,
    costPerSale: 45,
    serviceLevel: 0.8,
    abandonRate: 0.0909,
    averageSpeedOfAnswer: 20,
    zone: 'broken',
    p50Handle: 400,
    p90Handle: 700,
    gaps: [],
    ...changes,
  };
}

/** A group without a single call: nothing is known of it. */
export function silentEconomics(key: GroupKey): Economics {
  const worked = workedEconomics(key);
  const none = <T extends object>(figures: T) =>
    Object.fromEntries(Object.keys(figures).map((name) => [name, null])) as { [K in keyof T]: null };
  return {
    ...worked,
    counts: { ...worked.counts, calls: 0, offered: 0, handled: 0, contact: 0, abandoned: 0, billed: 0 },
    money: none(worked.money),
    inputs: none(worked.inputs),
    perCall: none(worked.perCall),
    ahtParts: none(worked.ahtParts),
    reported: none(worked.reported),
    aht: null,
    breakEvenAht: null,
    meetingPoint: null,
    conversion: null,
    costRatio: null,
    costPerSale: null,
    serviceLevel: null,
    abandonRate: null,
    averageSpeedOfAnswer: null,
    zone: null,
    p50Handle: null,
    p90Handle: null,
    gaps: ['no_calls'],
  };
}

export function bookVerdict(changes: Partial<BookVerdict> = {}): BookVerdict {
  return {
    state: 'healthy',
    known: true,
    mean: 0.8,
    lower: 0.35,
    upper: 1.24,
    evidence: 0.1,
    since: null,
    stretch: null,
    flaggedOn: null,
    recoveredOn: null,
    calls: 1000,
    days: 60,
    effectiveDays: 55,
    correlation: 0.1,
    designEffect: 1.5,
    effectiveSales: 80,
    smallestLoss: 0.3,
    moreCalls: null,
    ...changes,
  };
}

export function verdictOf(vendor: string, program: string, changes: Partial<Verdict> = {}): Verdict {
  return {
    vendor,
    program,
    asOf: '2026-09-30' as Verdict['asOf'],
    currency: 'EUR',
    state: 'healthy',
    zone: 'sound',
    client: bookVerdict(),
    vendorBook: { ...bookVerdict({ mean: 0.2, lower: 0.1, upper: 0.3 }), assumptionsHold: true },
    aht: 432,
    breakEvenAht: 384,
    calls: 1000,
    days: 60,
    reasons: [],
    since: null,
    moneyAtStake: null,
    ...changes,
  };
}
