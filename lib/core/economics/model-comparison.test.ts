import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Contract, contract as schema } from '#contracts';
import { parseMicros } from '#money';
import { calls, input, program, rowsOf, version, workedVendorCost } from './books.test-data.ts';
import { compareModels, type ModelComparisonInput } from './model-comparison.ts';
import { standardRatings } from './model-comparison-rates.ts';

const terms: Contract = schema.parse({
  vendor: 'norte',
  from: '2026-01-01',
  currency: 'EUR',
  timezone: 'Europe/Rome',
  charges: [{ kind: 'per_call', rate: '3.60' }],
  vendorCost: workedVendorCost,
});

/** 100 calls of one length, 8 of them sales of 120.00, under every model set equal at 3.60 for 360 s, 8% and 9.60. */
function compared(seconds: number, over: Partial<ModelComparisonInput> = {}) {
  const list = calls(100, seconds, { count: 8, value: '120.00' });
  const rated = (rating: keyof typeof standardRatings) =>
    rowsOf(list, [version({ rating: standardRatings[rating] })], [program()]);
  return compareModels({
    books: { ...input(), rows: rowsOf(list, [version()], [program()]), versions: [version()] },
    vendor: 'norte',
    contract: terms,
    rows: { sixSeconds: rated('sixSeconds'), wholeMinutes: rated('wholeMinutes') },
    plan: { ahtSeconds: 360, conversion: 0.08, revenuePerCall: 9.6 },
    price: parseMicros('3.60'),
    ...over,
  });
}

const cents = (value: number | null | undefined) => (value ?? Number.NaN).toFixed(2);

describe('the table of pricing-models.md section 2.1', () => {
  it('finds the rates that make every model cost 3.60 at the plan', () => {
    // 3.60 / 6 min; x 3600 / 360; x 0.80; / 0.08; / 9.60
    expect(compared(360).map((own) => ('rate' in own ? `${own.model} ${own.rate}` : own))).toEqual([
      'per_call 3.6',
      'per_minute_30_6 0.6',
      'per_minute_60_60 0.6',
      'per_handle_hour 36',
      'per_logged_hour 28.8',
      'per_sale 45',
      'revenue_share 37.5',
    ]);
  });

  // c = 0.009375 a second: a call costs the vendor 2.8125 at 300 s, 3.375 at 360 s, 4.05 at 432 s.
  it.each([
    // the fee is 3.60 whatever the length: + 0.7875, + 0.225, - 0.45
    ['per_call', ['3.60', '3.60', '3.60'], [0.7875, 0.225, -0.45]],
    // 300, 360 and 432 s are 30 + 45, 55 and 67 steps of 6: nothing is rounded up; 0.01 a second
    ['per_minute_30_6', ['3.00', '3.60', '4.32'], [0.1875, 0.225, 0.27]],
    // 432 s are billed as 8 minutes: 4.80 - 4.05
    ['per_minute_60_60', ['3.00', '3.60', '4.80'], [0.1875, 0.225, 0.75]],
    // 36.00 / 3600 = 0.01 a second
    ['per_handle_hour', ['3.00', '3.60', '4.32'], [0.1875, 0.225, 0.27]],
    // 28.80 / 0.80 is 36.00 a handle hour
    ['per_logged_hour', ['3.00', '3.60', '4.32'], [0.1875, 0.225, 0.27]],
    // 8 x 45.00 / 100
    ['per_sale', ['3.60', '3.60', '3.60'], [0.7875, 0.225, -0.45]],
    // 37.5% of 9.60
    ['revenue_share', ['3.60', '3.60', '3.60'], [0.7875, 0.225, -0.45]],
  ] as const)('%s', (model, paid, margins) => {
    const at = [300, 360, 432].map((seconds) => compared(seconds).find((own) => own.model === model));
    const economics = at.map((own) => (own && 'economics' in own ? own.economics : null));
    expect(economics.map((own) => cents(own?.perCall.cost))).toEqual(paid);
    for (const [index, own] of economics.entries())
      expect(own?.perCall.vendorMargin?.value).toBeCloseTo(margins[index]!, 10);
  });

  it('is the one of docs/formulas/what-if.md', () => {
    const page = readFileSync(new URL('../../../docs/formulas/what-if.md', import.meta.url), 'utf8');
    const at = [300, 360, 432].map((seconds) => compared(seconds));
    for (const [index, own] of compared(360).entries()) {
      const found = at
        .map((models) => models[index]!)
        .flatMap((one) => ('economics' in one ? one.economics.perCall : []));
      const cells = [
        own.model,
        'rate' in own ? own.rate : '',
        ...found.map(({ cost }) => cents(cost)),
        ...found.map(({ vendorMargin }) => (vendorMargin?.value ?? Number.NaN).toFixed(4)),
      ];
      expect(page).toContain(`| ${cells.join(' | ')} |`);
    }
  });

  it('says who carries the risk of a longer call', () => {
    // By the call the vendor pays c = 0.009375 for each second; by the minute the client pays 0.01, of which the vendor
    // keeps 0.01 - 0.009375 = 0.000625.
    const slopes = new Map(compared(360).map((own) => [own.model, 'slope' in own ? own.slope : null]));
    expect(slopes.get('per_call')?.vendor).toBeCloseTo(-0.009375, 6);
    expect(slopes.get('per_call')?.client).toBeCloseTo(0, 10);
    for (const model of ['per_minute_30_6', 'per_handle_hour', 'per_logged_hour'] as const) {
      expect(slopes.get(model)?.client).toBeCloseTo(-0.01, 4);
      expect(slopes.get(model)?.vendor).toBeCloseTo(0.000625, 4);
    }
  });
});

describe('what a model lacks', () => {
  it('leaves out models that the plan does not reach', () => {
    const plan = { ahtSeconds: 360, conversion: null, revenuePerCall: null };
    const { vendorCost: _, ...without } = terms;
    const lacking = compared(360, { plan, contract: without }).filter((own) => 'lacks' in own);
    expect(lacking).toEqual([
      { model: 'per_logged_hour', lacks: 'occupancy' },
      { model: 'per_sale', lacks: 'conversion' },
      { model: 'revenue_share', lacks: 'revenue' },
    ]);
  });

  it('has no share of revenue where a call brings less than it costs', () => {
    const plan = { ahtSeconds: 360, conversion: 0.08, revenuePerCall: 3 };
    expect(compared(360, { plan }).at(-1)).toEqual({ model: 'revenue_share', lacks: 'share' });
  });

  it('takes logged hours from the hours file where there is one', () => {
    // 15 hours at 28.80 for 100 calls: 4.32 a call, whatever the handle time
    const hours = [
      {
        vendor: 'norte',
        program: 'orders',
        day: input().period.from,
        contractId: 'c1',
        loggedHours: '15',
        productiveHours: null,
        fte: null,
      },
    ];
    const books = { ...input(), rows: rowsOf(calls(100, 360, null), [version()], [program()]), versions: [version()] };
    const found = compared(360, { books: { ...books, inputs: { hours, scores: [], indices: [] } } });
    const logged = found.find(({ model }) => model === 'per_logged_hour');
    expect(logged && 'economics' in logged ? logged.economics.perCall.cost : null).toBe(4.32);
  });
});
