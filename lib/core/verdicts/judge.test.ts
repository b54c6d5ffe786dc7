import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#time';
import { dayNo, days, inputOf, type Story } from './cases.test-data.ts';
import { judge } from './judge.ts';
import type { DayState } from './verdict.ts';

const LAST = dayNo(400);
const judged = (story: Story, asOf = LAST) => judge([inputOf(story)], asOf)[0]!;
const verdictOf = (story: Story, asOf = LAST) => judged(story, asOf).verdict;
const stateOf = (history: DayState[], count: number) => history.find(({ day }) => day === dayNo(count))!;

describe('judge', () => {
  it('waits for the minimum sample, then flags a vendor that loses and says what that cost', () => {
    // -0.60 a call, 100 calls a day: after 40 days 40 x 60 = 2,400 less or more what the swing leaves (it adds to 0
    // every 8 days).
    const { verdict, history } = judged({ client: days(40, 3), vendor: days(40, -0.6) });
    expect(stateOf(history, 6).vendor).toBe('not_enough_evidence');
    expect(verdict).toMatchObject({ state: 'failing', since: dayNo(1), moneyAtStake: 2_400_000_000n });
    expect(verdict.vendorBook).toMatchObject({ state: 'failing', assumptionsHold: true, recoveredOn: null });
    expect(verdict.vendorBook.mean).toBeCloseTo(-0.6, 9);
    expect(verdict.vendorBook.upper).toBeLessThan(0);
    expect(verdict.vendorBook.flaggedOn).toBe(history.find((day) => day.vendor === 'failing')?.day);
    expect(verdict.client).toMatchObject({ state: 'healthy', flaggedOn: null, since: null, stretch: null });
    expect(verdict).toMatchObject({ calls: 4000, days: 40, currency: 'EUR', vendor: 'norte' });
  });

  it('calls both healthy where both earn', () => {
    const verdict = verdictOf({ client: days(60, 4), vendor: days(60, 0.5) });
    expect(verdict).toMatchObject({ state: 'healthy', since: null, moneyAtStake: null });
    expect(verdict.reasons.at(-1)?.code).toBe('healthy_both');
  });

  it('finds a vendor that turns bad in the seventh month, since then', () => {
    const { verdict, history } = judged({ client: null, vendor: [...days(182, 0.3), ...days(42, -0.4)] });
    expect(stateOf(history, 182).vendor).toBe('healthy');
    expect(verdict.state).toBe('failing');
    // Restarts come every 7 active days, so the stretch begins at most a week beside the turn.
    expect(verdict.since! >= dayNo(176) && verdict.since! <= dayNo(190)).toBe(true);
    expect(verdict.vendorBook.mean).toBeGreaterThan(0);
    expect(verdict.vendorBook.stretch?.mean).toBeLessThan(-0.3);
    const [first] = verdict.reasons;
    expect(first?.code).toBe('vendor_loses_per_call');
    expect(first?.figures.loss).toBeCloseTo(-verdict.vendorBook.stretch!.mean!, 12);
  });

  it('keeps the day since when while the flag lasts, and lifts the flag when recovery is proven', () => {
    const story = { client: null, vendor: [...days(40, -0.6), ...days(60, 0.6)] };
    const { history, verdict } = judged(story);
    const states = [...new Set(history.map(({ vendor }) => vendor))];
    expect(states).toEqual(['not_enough_evidence', 'failing', 'at_risk', 'healthy']);
    const flagged = history.filter(({ vendor }) => vendor === 'failing');
    const lifted = history.find(({ day, vendor }) => day > flagged[0]!.day && vendor !== 'failing')!;
    expect(lifted.vendor).toBe('at_risk');
    expect(lifted.day > dayNo(47) && lifted.day < dayNo(75)).toBe(true);
    for (const { day } of flagged) {
      expect(verdictOf(story, day)).toMatchObject({ since: dayNo(1), vendorBook: { flaggedOn: flagged[0]!.day } });
    }
    const onTheDay = verdictOf(story, lifted.day);
    expect(onTheDay.vendorBook).toMatchObject({ recoveredOn: lifted.day, flaggedOn: null });
    expect(onTheDay.reasons.map(({ code }) => code)).toContain('vendor_recovering');
    expect(verdictOf(story, addDays(lifted.day, 3)).vendorBook).toMatchObject({ state: 'at_risk', days: 3 });
    expect(verdict.vendorBook).toMatchObject({ state: 'healthy', recoveredOn: null });
  });

  it('decides by the one book that can be judged, and says what is missing', () => {
    const noRevenue = verdictOf({ client: null, vendor: days(60, 0.5) });
    expect(noRevenue).toMatchObject({ state: 'healthy', client: { known: false, mean: null, evidence: null } });
    expect(noRevenue.reasons.map(({ code }) => code)).toEqual(['healthy_vendor', 'no_revenue']);
    const noCost = verdictOf({ client: days(60, -2.5), vendor: null });
    expect(noCost.state).toBe('failing');
    expect(noCost.reasons.map(({ code }) => code)).toEqual(['client_loses_per_call', 'no_vendor_cost']);
    expect(verdictOf({ client: null, vendor: null }).state).toBe('not_enough_evidence');
  });

  it('puts the loss of the client first where both fail', () => {
    // -2.50 a call over 48 days of 100 calls
    const verdict = verdictOf({ client: days(48, -2.5), vendor: days(48, -0.6) });
    expect(verdict.moneyAtStake).toBe(12_000_000_000n);
    expect(verdict.reasons.map(({ code }) => code)).toEqual(['client_loses_per_call', 'vendor_loses_per_call']);
  });

  it('calls a loss that only higher wages cause a risk', () => {
    // -0.20 at the best guess: labour 3.80; 10% less is 3.42, a gain of 0.18.
    const verdict = verdictOf({ client: null, vendor: days(120, -0.2), wageRange: 0.1 });
    expect(verdict.state).toBe('at_risk');
    expect(verdict.vendorBook).toMatchObject({ state: 'at_risk', assumptionsHold: false, flaggedOn: null });
    expect(verdict.moneyAtStake).toBeNull();
    expect(verdict.reasons.map(({ code }) => code)).toEqual([
      'vendor_may_lose_per_call',
      'depends_on_wage',
      'no_revenue',
    ]);
    // -0.60: 4.20 x 0.9 = 3.78, still a loss.
    expect(verdictOf({ client: null, vendor: days(120, -0.6), wageRange: 0.1 }).state).toBe('failing');
    // +0.30: 3.30 x 1.1 = 3.63, a small loss at the high end.
    expect(verdictOf({ client: null, vendor: days(365, 0.3), wageRange: 0.1 }).state).not.toBe('healthy');
  });

  it('makes the client healthy only by days whose refunds are in', () => {
    const input = inputOf({ client: days(60, 4), vendor: null });
    const stateAt = (maturityDays: number, count: number) =>
      judge([{ ...input, maturityDays }], dayNo(count))[0]!.verdict.state;
    expect(stateAt(0, 30)).toBe('healthy');
    expect(stateAt(45, 45)).toBe('not_enough_evidence');
    expect(stateAt(30, 60)).toBe('healthy');
  });

  it('skips days without calls and leaves the state of the day before', () => {
    const week = [-0.6, -0.6, -0.6, -0.6, -0.6, Number.NaN, Number.NaN];
    const vendor = Array.from({ length: 8 }, () => week).flat();
    const { verdict, history } = judged({ client: null, vendor });
    expect(verdict).toMatchObject({ state: 'failing', days: 40, calls: 4000, vendorBook: { known: true, days: 40 } });
    expect(history).toHaveLength(56);
    expect(stateOf(history, 8).vendor).toBe('not_enough_evidence');
    expect(history.at(-1)?.vendor).toBe('failing');
  });

  it('judges nothing on nothing', () => {
    const verdict = judge([inputOf({ client: [], vendor: [] })], LAST)[0]!.verdict;
    expect(verdict).toMatchObject({ state: 'not_enough_evidence', calls: 0, days: 0, moneyAtStake: null, since: null });
    expect(verdict.reasons.map(({ code }) => code)).toEqual(['too_few_days', 'too_few_calls', 'too_few_sales']);
  });
});

describe('judging many', () => {
  it('wants a flag to stand among them all from ten books on', () => {
    // At its first look over 20 a flag alone among K = 20 needs 20 / 0.1 = 200.
    const bad = inputOf({ client: null, vendor: days(40, -0.4) }, { vendor: 'bad' });
    const good = Array.from({ length: 19 }, (_, i) =>
      inputOf({ client: null, vendor: days(40, 0.4) }, { vendor: `v${i}` }),
    );
    const flagDay = (all: ReturnType<typeof judge>) => all[0]!.history.find(({ state }) => state === 'failing')!.day;
    const alone = flagDay(judge([bad], LAST));
    const among = flagDay(judge([bad, ...good], LAST));
    expect(among > alone).toBe(true);
    expect(
      judge([bad, ...good], LAST)
        .slice(1)
        .every(({ verdict }) => verdict.state === 'healthy'),
    ).toBe(true);
    // Few vendors do not change each other's flags.
    expect(flagDay(judge([bad, ...good.slice(0, 8)], LAST))).toBe(alone);
  });

  const margin = fc.constantFrom(-0.8, -0.3, 0, 0.3, 0.8);
  const story = fc.record({ first: margin, later: margin, client: margin, split: fc.integer({ min: 0, max: 40 }) }).map(
    ({ first, later, client, split }): Story => ({
      client: days(45, client * 4),
      vendor: [...days(split, first), ...days(45 - split, later)],
      wageRange: 0.05,
    }),
  );

  it('gives the same states day by day as at once', () => {
    fc.assert(
      fc.property(story, fc.integer({ min: 1, max: 45 }), (own, count) => {
        const whole = judged(own).history;
        const then = judged(own, dayNo(count));
        expect(then.history).toEqual(whole.slice(0, count));
        expect(then.verdict.state).toBe(whole[count - 1]!.state);
      }),
      { numRuns: 20 },
    );
  });

  it('does not depend on the order of the vendors', () => {
    fc.assert(
      fc.property(fc.array(story, { minLength: 6, maxLength: 7 }), (stories) => {
        const inputs = stories.map((own, i) => inputOf(own, { vendor: `v${i}` }));
        const forwards = judge(inputs, LAST);
        expect(judge([...inputs].reverse(), LAST).reverse()).toEqual(forwards);
      }),
      { numRuns: 5 },
    );
  });

  it('gives every failing verdict a loss in figures as its first reason', () => {
    const losses = /_(loses_per_call|above_break_even|not_yet_recovered)$/;
    fc.assert(
      fc.property(story, (own) => {
        const { state, reasons } = verdictOf(own);
        fc.pre(state === 'failing');
        expect(reasons[0]!.code).toMatch(losses);
        expect(typeof (reasons[0]!.figures.loss ?? reasons[0]!.figures.margin)).toBe('number');
      }),
      { numRuns: 25 },
    );
  });
});
