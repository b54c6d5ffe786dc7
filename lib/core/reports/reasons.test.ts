import { describe, expect, it } from 'vitest';
import { type Reason, reasonCodes } from '#verdicts';
import { reasonText } from './reasons.ts';
import { english } from './report.fixture.ts';

/** Every figure that any rule gives (lib/core/verdicts/*-reasons.ts), with a value. */
const figures = {
  loss: 0.444,
  lossLower: 0.28,
  lossUpper: 0.6,
  cost: 3.6,
  revenue: 9.6,
  since: '2026-03-14',
  aht: 431.4,
  breakEvenAht: 384,
  fee: 3.6,
  margin: 0.8,
  lower: 0.35,
  upper: 1.24,
  flaggedOn: '2026-03-20',
  recoveredOn: '2026-05-01',
  floor: 4.5,
  ceiling: 3.9,
  ahtNeeded: 374.4,
  revenueNeeded: 10.8,
  wage: 14,
  wageLow: 12.5,
  wageHigh: 16,
  turnsAt: 12.44,
  plan: 300,
  hold: 72,
  correlation: 0.456,
  have: 1,
  need: 7,
  smallestLoss: 0.2,
  calls: 12345,
  clientMargin: 0.8,
  clientLower: 0.35,
  vendorMargin: 0.2,
  vendorLower: 0.1,
};
const nothing = { ...Object.fromEntries(Object.keys(figures).map((name) => [name, null])), have: 0, need: 7 };
const said = (reason: Reason) => english(reasonText(reason, 'EUR'));

describe('a reason', () => {
  it.each(reasonCodes)('%s is a sentence, with all of its figures', (code) => {
    const sentence = said({ code, figures });
    expect(sentence).toMatch(/^[A-Z].*\.$/);
    expect(sentence).not.toMatch(/none|null|undefined|NaN|\{/);
  });

  it.each([
    [
      'handle_time_above_break_even',
      'Calls take 431 s and the price of 3.60 EUR per call pays for 384 s: the vendor loses 0.44 EUR (0.28 to 0.60) per call since 14 Mar 2026.',
    ],
    [
      'client_loses_per_call',
      'Each call loses the client 0.44 EUR (0.28 to 0.60) since 14 Mar 2026: it costs 3.60 EUR and brings in 9.60 EUR of revenue.',
    ],
    [
      'no_price_works',
      'No price works: the vendor needs 4.50 EUR per call and the client can pay 3.90 EUR. One would work at a handle time of 374 s instead of 431 s, or at a revenue of 10.80 EUR per call instead of 9.60 EUR.',
    ],
    [
      'depends_on_wage',
      'What holds for the vendor depends on the wage it pays: 14.00 EUR an hour is assumed, between 12.50 EUR and 16.00 EUR; its gain turns into a loss at 12.44 EUR an hour.',
    ],
    ['too_few_days', 'There is only 1 day with calls so far; 7 are needed.'],
    [
      'client_undecided',
      "The client's margin of +0.80 EUR (0.35 to 1.24) per call cannot be told from 0 yet; about 12,000 more calls would tell.",
    ],
    [
      'healthy_both',
      'Both sides earn on each call: the client +0.80 EUR (0.35 or more), the vendor +0.20 EUR (0.10 or more).',
    ],
  ] as const)('%s reads out', (code, sentence) => expect(said({ code, figures })).toBe(sentence));

  it('says less where a figure is not known, and never a word for nothing', () => {
    const optional = {
      ...figures,
      since: null,
      cost: null,
      ahtNeeded: null,
      turnsAt: null,
      calls: null,
      lossLower: null,
    };
    expect(said({ code: 'client_loses_per_call', figures: optional })).toBe(
      'Each call loses the client 0.44 EUR (0.60 or less).',
    );
    expect(said({ code: 'no_price_works', figures: optional })).toContain(
      '3.90 EUR. One would work at a revenue of 10.80',
    );
    expect(said({ code: 'no_price_works', figures: { ...optional, revenueNeeded: null } })).toMatch(/3\.90 EUR\.$/);
    expect(said({ code: 'client_undecided', figures: optional })).toMatch(/from 0 yet\.$/);
  });

  it('says that a fee under the overhead pays for no handle time', () => {
    expect(said({ code: 'handle_time_above_break_even', figures: { ...figures, breakEvenAht: -20 } })).toBe(
      "The price of 3.60 EUR per call does not even pay the vendor's overhead: the vendor loses 0.44 EUR (0.28 to 0.60) per call since 14 Mar 2026.",
    );
  });

  it('counts to none', () => {
    expect(said({ code: 'too_few_calls', figures: nothing })).toBe('There are no calls yet; 7 are needed.');
  });
});
