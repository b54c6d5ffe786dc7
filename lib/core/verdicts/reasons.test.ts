import { describe, expect, it } from 'vitest';
import { parseDay } from '#time';
import { situation } from './cases.test-data.ts';
import type { Facts } from './reason-rule.ts';
import { reasonsFor } from './reasons.ts';
import type { BookVerdict, ReasonCode, VendorBookVerdict } from './verdict.ts';

const since = parseDay('2026-03-14');

const book: BookVerdict = {
  state: 'not_enough_evidence',
  known: true,
  mean: 0.1,
  lower: -0.2,
  upper: 0.5,
  evidence: 1,
  since: null,
  stretch: null,
  flaggedOn: null,
  recoveredOn: null,
  calls: 5000,
  days: 50,
  effectiveDays: 48,
  correlation: 0.1,
  designEffect: 2,
  effectiveSales: null,
  smallestLoss: 0.3,
  moreCalls: 9000,
};
const losing: Partial<BookVerdict> = { since, stretch: { mean: -0.45, lower: -0.7, upper: -0.2 } };
const sound: BookVerdict = { ...book, state: 'healthy', mean: 1, lower: 0.4, upper: 1.7 };

/** Norte's figures of economics.md: fee 3.60, break-even 384 s, handled in 432 s. */
const norte = {
  ...situation,
  aht: 432,
  breakEvenAht: { value: 384, low: 336, high: 430 },
  floor: { value: 4.5, low: 4, high: 5 },
  ceiling: 3.9,
  agentHourly: { value: 14, low: 12.5, high: 16 },
};

type Change = {
  client?: Partial<BookVerdict>;
  vendorBook?: Partial<VendorBookVerdict>;
  situation?: Partial<Facts['situation']>;
};
const reasonsOf = (change: Change) =>
  reasonsFor({
    state: 'failing',
    client: { ...sound, ...change.client },
    vendorBook: { ...sound, assumptionsHold: true, ...change.vendorBook },
    situation: { ...situation, ...change.situation },
  });
const figuresOf = (code: ReasonCode, change: Change) =>
  reasonsOf(change).find((reason) => reason.code === code)?.figures;

describe('losses', () => {
  it('says what a call loses now, with its interval turned round', () => {
    const situation = { feePerCall: 3.6, revenuePerCall: 3.15 };
    expect(figuresOf('client_loses_per_call', { client: { ...losing, state: 'failing' }, situation })).toEqual({
      loss: 0.45,
      lossLower: 0.2,
      lossUpper: 0.7,
      cost: 3.6,
      revenue: 3.15,
      since,
    });
  });

  it("names handle time where it explains the vendor's loss", () => {
    const failing: Change = { vendorBook: { ...losing, state: 'failing' }, situation: norte };
    expect(figuresOf('handle_time_above_break_even', failing)).toEqual({
      loss: 0.45,
      lossLower: 0.2,
      lossUpper: 0.7,
      aht: 432,
      breakEvenAht: 384,
      fee: 3.6,
      since,
    });
    expect(figuresOf('vendor_loses_per_call', failing)).toBeUndefined();
    // Calls within the break-even: the loss since a recent turn is not explained by the mean handle time.
    const short = { ...failing, situation: { ...norte, aht: 380 } };
    expect(figuresOf('handle_time_above_break_even', short)).toBeUndefined();
    expect(figuresOf('vendor_loses_per_call', short)?.loss).toBe(0.45);
  });

  it('tells early signs from proof', () => {
    expect(figuresOf('client_may_lose_per_call', { client: { ...losing, state: 'at_risk' } })?.loss).toBe(0.45);
    expect(figuresOf('vendor_may_lose_per_call', { vendorBook: { ...losing, state: 'at_risk' } })?.loss).toBe(0.45);
    expect(figuresOf('client_loses_per_call', { client: { ...losing, state: 'at_risk' } })).toBeUndefined();
  });

  it('says where a loss has been made up before recovery is proven', () => {
    const madeUp: Partial<BookVerdict> = {
      state: 'failing',
      since,
      flaggedOn: since,
      stretch: { mean: 0.05, lower: null, upper: null },
    };
    expect(figuresOf('client_not_yet_recovered', { client: madeUp })).toEqual({
      margin: 0.05,
      since,
      flaggedOn: since,
    });
    expect(figuresOf('client_loses_per_call', { client: madeUp })).toBeUndefined();
    expect(figuresOf('vendor_not_yet_recovered', { vendorBook: madeUp })?.margin).toBe(0.05);
  });

  it('says when a flag was lifted', () => {
    expect(figuresOf('vendor_recovering', { vendorBook: { ...book, state: 'at_risk', recoveredOn: since } })).toEqual({
      recoveredOn: since,
      margin: 0.1,
    });
    expect(figuresOf('client_recovering', { client: { ...book, recoveredOn: since } })?.margin).toBe(0.1);
  });
});

describe('the price', () => {
  it('says that none works, and what would make one work', () => {
    const broken = { ...norte, zone: 'broken', revenuePerCall: 9.6, ahtNeeded: 374.4, revenueNeeded: 10.8 } as const;
    expect(figuresOf('no_price_works', { situation: broken })).toEqual({
      fee: 3.6,
      floor: 4.5,
      ceiling: 3.9,
      aht: 432,
      ahtNeeded: 374.4,
      revenue: 9.6,
      revenueNeeded: 10.8,
    });
  });

  it('says on which side of the zone it lies', () => {
    const zone = { fee: 3.6, floor: 4.5, ceiling: 3.9 };
    expect(figuresOf('price_below_floor', { situation: { ...norte, zone: 'underpriced' } })).toEqual(zone);
    expect(figuresOf('price_above_ceiling', { situation: { ...norte, zone: 'overpriced' } })).toEqual(zone);
    expect(reasonsOf({ situation: { ...norte, zone: 'sound' } }).some(({ code }) => /price/.test(code))).toBe(false);
  });
});

describe('the vendor', () => {
  it('turns where the wage makes handle time break even', () => {
    // 384 / 432 of the best guess of 14.00 = 12.44
    const figures = figuresOf('depends_on_wage', { vendorBook: { assumptionsHold: false }, situation: norte });
    expect(figures).toMatchObject({ wage: 14, wageLow: 12.5, wageHigh: 16 });
    expect(figures?.turnsAt).toBeCloseTo(12.4444, 4);
    expect(figuresOf('depends_on_wage', { vendorBook: { assumptionsHold: false } })?.turnsAt).toBeNull();
  });

  it('holds across a range of wages, where there is one', () => {
    expect(figuresOf('holds_across_wages', { situation: norte })).toEqual({ wage: 14, wageLow: 12.5, wageHigh: 16 });
    const known = { ...norte, agentHourly: { value: 14, low: 14, high: 14 } };
    expect(figuresOf('holds_across_wages', { situation: known })).toBeUndefined();
    expect(figuresOf('holds_across_wages', { vendorBook: book, situation: norte })).toBeUndefined();
  });

  it('runs over plan beyond a twentieth of it', () => {
    expect(figuresOf('runs_over_plan', { situation: { aht: 316, planAhtSeconds: 300 } })).toEqual({
      aht: 316,
      plan: 300,
    });
    expect(figuresOf('runs_over_plan', { situation: { aht: 315, planAhtSeconds: 300 } })).toBeUndefined();
  });

  it('is heavy on hold from a fifth of a handle time that is too long', () => {
    const ahtParts = { talk: 300, hold: 87, wrap: 45 };
    expect(figuresOf('hold_heavy', { situation: { ...norte, ahtParts } })).toEqual({ hold: 87, aht: 432 });
    expect(figuresOf('hold_heavy', { situation: { ...norte, ahtParts: { ...ahtParts, hold: 86 } } })).toBeUndefined();
    expect(figuresOf('hold_heavy', { situation: { ...norte, aht: 380, ahtParts } })).toBeUndefined();
    expect(figuresOf('hold_heavy', { situation: { ...norte, ahtParts: { ...ahtParts, hold: null } } })).toBeUndefined();
  });
});

describe('the evidence', () => {
  it('says what the minimum sample lacks', () => {
    const few = { ...book, days: 3, calls: 60, effectiveSales: 4.7 };
    const reasons = reasonsOf({ client: few, vendorBook: { ...few, effectiveSales: null } });
    expect(reasons).toEqual([
      { code: 'too_few_days', figures: { have: 3, need: 7 } },
      { code: 'too_few_calls', figures: { have: 60, need: 100 } },
      { code: 'too_few_sales', figures: { have: 4, need: 20 } },
    ]);
  });

  it('says how many more calls an undecided margin would need', () => {
    const undecided = { margin: 0.1, lower: -0.2, upper: 0.5, smallestLoss: 0.3, calls: 9000 };
    expect(figuresOf('client_undecided', { client: book })).toEqual(undecided);
    expect(figuresOf('vendor_undecided', { vendorBook: book })).toEqual(undecided);
    expect(figuresOf('client_undecided', { client: { ...book, known: false } })).toBeUndefined();
  });

  it('warns of long runs above 0.4', () => {
    expect(figuresOf('long_runs', { client: { correlation: 0.41 } })).toEqual({ correlation: 0.41 });
    expect(figuresOf('long_runs', { client: { correlation: 0.4 } })).toBeUndefined();
  });

  it('says which book cannot be judged', () => {
    const unknown = { ...book, known: false };
    const codes = (change: Change) => reasonsOf(change).map(({ code }) => code);
    expect(codes({ client: unknown })).toEqual(['no_revenue', 'healthy_vendor']);
    expect(codes({ vendorBook: unknown })).toEqual(['no_vendor_cost', 'healthy_client']);
    expect(codes({ client: unknown, vendorBook: unknown, situation: { gaps: ['no_contract'] } })).toEqual([
      'no_contract',
    ]);
  });

  it('blames neither revenue nor the vendor for a charge that cannot be priced', () => {
    const unknown = { ...book, known: false };
    const codes = (gaps: Facts['situation']['gaps']) =>
      reasonsOf({ client: unknown, vendorBook: unknown, situation: { gaps } }).map(({ code }) => code);
    expect(codes(['no_inputs'])).toEqual(['no_inputs']);
    expect(codes(['no_revenue', 'no_inputs'])).toEqual(['no_inputs', 'no_revenue']);
    expect(codes(['no_inputs', 'no_vendor_cost'])).toEqual(['no_inputs', 'no_vendor_cost']);
  });

  it('says that both live', () => {
    expect(reasonsOf({})).toEqual([
      {
        code: 'healthy_both',
        figures: {
          clientMargin: 1,
          clientLower: 0.4,
          clientUpper: 1.7,
          vendorMargin: 1,
          vendorLower: 0.4,
          vendorUpper: 1.7,
        },
      },
    ]);
  });
});
