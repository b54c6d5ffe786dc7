import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Call, handleMs } from '#calls';
import { parseMicros, rateTable, toUnits } from '#money';
import { parseDay } from '#time';
import { calls, handled, input, program, rowsOf, version } from './books.test-data.ts';
import { evidenceDays } from './evidence.ts';
import { evidenceKinds } from './evidence-kinds.ts';
import type { BooksInput } from './input.ts';

const day = parseDay;
const scope = { vendor: 'norte', program: 'orders', from: day('2026-03-01'), to: day('2026-03-05') };
const days = (over: Partial<BooksInput>) => evidenceDays(input(over), scope);
const second = (over: Partial<BooksInput>) => {
  const found = days(over)[1];
  if (!found) throw new Error('no second day');
  return found;
};
const fixed = [{ kind: 'fixed', amount: '3100.00' }];

describe('a day of evidence', () => {
  const sold = calls(100, 360, { count: 8, value: '120.00' });

  it("holds both books' totals and moments", () => {
    const versions = [version()];
    const programs = [program()];
    const found = second({ rows: rowsOf(sold, versions, programs), versions, programs });
    expect(found.calls).toBe(100);
    // y = 480 - 360 - 40; each sale earns 60 - 4 = 56, each other call -4: 8 x 56^2 + 92 x 16. x: 8 sales of 60.
    expect(found.client?.y).toBeCloseTo(80, 9);
    expect(found.client?.yy).toBeCloseTo(8 * 3136 + 92 * 16, 6);
    expect(found.client?.x).toBeCloseTo(480, 9);
    expect(found.client?.xx).toBeCloseTo(8 * 3600, 6);
    // Every call earns the vendor 0.225 and costs 3.375 of labour.
    expect(found.vendor?.value.n).toBe(100);
    expect(found.vendor?.value.y).toBeCloseTo(22.5, 9);
    expect(found.vendor?.value.yy).toBeCloseTo(100 * 0.225 ** 2, 9);
    expect(found.vendor?.value.x).toBeCloseTo(337.5, 9);
    expect(found.vendor?.value.xx).toBeCloseTo(100 * 3.375 ** 2, 6);
    expect(found.vendor?.low.y).toBeCloseTo(360 - 301.339286, 5);
    expect(found.vendor?.high.y).toBeCloseTo(360 - 385.714286, 5);
  });

  it('is there for every day, with nothing on a day without calls', () => {
    const found = days({ rows: [handled(10, { revenue: parseMicros('96'), revenueCalls: 1 })] });
    expect(found.map((each) => [each.day, each.calls])).toEqual([
      ['2026-03-01', 0],
      ['2026-03-02', 10],
      ['2026-03-03', 0],
      ['2026-03-04', 0],
    ]);
    expect(found[0]?.client).toEqual({ n: 0, y: 0, yy: 0, x: 0, xx: 0 });
  });

  it('has no book where a figure that it needs is unknown', () => {
    const unreported = days({ rows: [handled(10)] });
    expect(unreported.map((each) => each.client)).toEqual([null, null, null, null]);
    expect(unreported[1]?.vendor).not.toBeNull();
    const revenue = { revenue: parseMicros('96'), revenueCalls: 1 };
    expect(second({ rows: [handled(10, revenue)], versions: [version({ vendorCost: undefined })] }).vendor).toBeNull();
    const without = second({ rows: [handled(10, revenue), handled(1, { contractId: null })] });
    expect([without.client, without.vendor]).toEqual([null, null]);
  });

  it('carries a monthly amount, by the days looked at, alike on every handled call of the month', () => {
    // 4 of 31 days of 3,100.00 = 400.00 over 10 + 30 handled calls, 10.00 a call; the 100 calls after are not looked at.
    const rows = [handled(10), handled(30, { day: day('2026-03-03') }), handled(100, { day: day('2026-03-20') })];
    const found = days({ rows, versions: [version({ charges: fixed })] });
    expect(found[1]?.vendor?.value.y).toBeCloseTo(10 * (10 - 3.375), 9);
    expect(found[2]?.vendor?.value.y).toBeCloseTo(30 * (10 - 3.375), 9);
  });

  it('is of one vendor and program, though a contract prices all its calls together', () => {
    const tiers = [
      { upTo: 10, rate: '4.00' },
      { upTo: null, rate: '2.00' },
    ];
    const versions = [
      version({ charges: [{ kind: 'per_call', mode: 'graduated', tiers }] }),
      version({ id: 'c2', vendor: 'lumina' }),
    ];
    const programs = [program(), program({ code: 'support' })];
    const rows = [
      handled(10),
      handled(10, { program: 'support' }),
      handled(50, { vendor: 'lumina', contractId: 'c2' }),
    ];
    // 10 x 4.00 + 10 x 2.00 = 60.00, half of it here.
    expect(second({ rows, versions, programs }).vendor?.value.y).toBeCloseTo(30 - 33.75, 9);
  });

  it('is in the reporting currency', () => {
    const rates = rateTable([{ day: '2026-03-02', currency: 'USD', rate: '1.25' }]);
    const versions = [version({ currency: 'USD' })];
    const rows = rowsOf(sold, versions, [program()]).map((row) => ({ ...row, currency: 'USD' }));
    const found = second({ rows, versions, rates });
    expect(found.vendor?.value.y).toBeCloseTo(22.5 / 1.25, 6);
    // Sales of 96 EUR, half of it contribution; fee 2.88, other cost 0.40 (EUR).
    expect(found.client?.x).toBeCloseTo(384, 9);
    expect(found.client?.xx).toBeCloseTo(8 * 48 ** 2, 6);
    expect(found.client?.yy).toBeCloseTo(8 * 44.72 ** 2 + 92 * 3.28 ** 2, 6);
  });
});

describe('moments', () => {
  const charges = [
    { kind: 'per_call', rate: '1.10' },
    { kind: 'per_minute', rate: '0.30' },
    { kind: 'per_outcome', outcome: 'sale', rate: '8.00' },
    { kind: 'revenue_share', percent: '5' },
  ];
  const call = fc.record({
    seconds: fc.integer({ min: 20, max: 1_500 }),
    sale: fc.option(fc.integer({ min: 1, max: 400 })),
  });
  const asCall = ({ seconds, sale }: { seconds: number; sale: number | null }, index: number): Call => ({
    ...(calls(1, seconds, sale === null ? null : { count: 1, value: String(sale) })[0] as Call),
    callId: `c-${index}`,
  });
  /** What one call brings to either book, straight from the contract. */
  const perCall = (each: Call) => {
    const [seconds, revenue] = [handleMs(each) / 1000, toUnits(each.revenue ?? parseMicros('0'))];
    const fee = 1.1 + 0.005 * seconds + (each.outcome === 'sale' ? 8 : 0) + 0.05 * revenue;
    return { fee, client: revenue * 0.5 - fee - 0.4, vendor: fee - 0.009375 * seconds, contribution: revenue * 0.5 };
  };
  const near = (found: number | undefined, expected: number) =>
    expect(Math.abs((found ?? Number.NaN) - expected)).toBeLessThan(0.03 + 1e-3 * Math.abs(expected));

  it('are the sums of squares over the calls, for any charge that is linear in revenue, time and sales', () => {
    fc.assert(
      fc.property(fc.array(call, { minLength: 20, maxLength: 60 }), (drawn) => {
        const list = [{ seconds: 300, sale: 100 }, ...drawn].map(asCall);
        const versions = [version({ charges, rating: { basis: 'handle' } })];
        const found = second({ rows: rowsOf(list, versions, [program()]), versions });
        const each = list.map(perCall);
        const sum = (of: (one: (typeof each)[number]) => number) => each.reduce((total, one) => total + of(one), 0);
        near(
          found.client?.y,
          sum((one) => one.client),
        );
        near(
          found.client?.yy,
          sum((one) => one.client ** 2),
        );
        near(
          found.client?.xx,
          sum((one) => one.contribution ** 2),
        );
        near(
          found.vendor?.value.y,
          sum((one) => one.vendor),
        );
        near(
          found.vendor?.value.yy,
          sum((one) => one.vendor ** 2),
        );
        near(
          found.vendor?.value.x,
          sum((one) => one.fee),
        );
        near(
          found.vendor?.value.xx,
          sum((one) => one.fee ** 2),
        );
      }),
      { numRuns: 40 },
    );
  });

  it('hold the spread of a fee per resolved call', () => {
    // 4.00 on 25 of 100 calls, labour 3.375 each: 25 x 0.625^2 + 75 x 3.375^2
    const list = calls(100, 360, null).map(
      (each, index): Call => ({ ...each, outcome: index < 25 ? 'resolved' : 'unresolved' }),
    );
    const versions = [version({ charges: [{ kind: 'per_outcome', outcome: 'resolved', rate: '4.00' }] })];
    const found = second({ rows: rowsOf(list, versions, [program()]), versions });
    expect(found.vendor?.value.yy).toBeCloseTo(25 * 0.625 ** 2 + 75 * 3.375 ** 2, 6);
    expect(found.vendor?.value.xx).toBeCloseTo(25 * 16, 6);
  });
});

it('takes the fee for the driver of a vendor paid by result', () => {
  expect(evidenceKinds(version())).toEqual({ client: 'revenue', vendor: 'cost' });
  expect(evidenceKinds(version({ charges: fixed }))).toEqual({ client: 'revenue', vendor: 'cost' });
  expect(evidenceKinds(version({ charges: [...fixed, { kind: 'revenue_share', percent: '5' }] })).vendor).toBe(
    'revenue',
  );
  expect(evidenceKinds(null).vendor).toBe('cost');
});
