import { describe, expect, it } from 'vitest';
import { parseDay } from '#time';
import { groupsOf, handled, row, sold, totalOf, version } from './books.test-data.ts';

const day = parseDay;

describe('what is not known is null and named', () => {
  it('revenue that a vendor does not report for a program', () => {
    const versions = [version(), version({ id: 'c2', vendor: 'lumina' })];
    const rows = [handled(10, sold('96')), handled(10, { vendor: 'lumina', contractId: 'c2' })];
    const [lumina, norte] = groupsOf({ rows, versions }, 'vendor');
    expect(norte?.perCall.revenue).toBe(9.6);
    expect(lumina?.money.revenue).toBeNull();
    expect(lumina?.perCall).toMatchObject({
      cost: 3.6,
      revenue: null,
      contribution: null,
      margin: null,
      ceiling: null,
    });
    expect(lumina?.perCall.vendorMargin?.value).toBe(0.225);
    expect([lumina?.zone, lumina?.costRatio, lumina?.meetingPoint]).toEqual([null, null, null]);
    expect(lumina?.gaps).toEqual(['no_revenue']);
    expect(totalOf({ rows, versions }).perCall.revenue).toBeNull();
  });

  it('but a stretch without a sale has a revenue of 0 where it is reported at all', () => {
    const rows = [handled(10, sold('96')), handled(10, { day: day('2026-03-03') })];
    expect(groupsOf({ rows }, 'day')[1]?.perCall.revenue).toBe(0);
    // Reported in February, outside the period.
    const before = [handled(1, { ...sold('96'), day: day('2026-02-03') }), handled(10)];
    expect(totalOf({ rows: before }).perCall.revenue).toBe(0);
  });

  it('sales that carry no revenue', () => {
    expect(totalOf({ rows: [handled(10, { ...sold('96'), salesWithoutRevenue: 2 })] }).gaps).toEqual([
      'sales_without_revenue',
    ]);
  });

  it('calls without a contract: neither cost nor margin, but revenue and times', () => {
    const rows = [handled(10, sold('96')), handled(1, { contractId: null })];
    const found = totalOf({ rows });
    expect(found.money.charges).toBeNull();
    expect(found.perCall).toMatchObject({
      cost: null,
      margin: null,
      vendorCost: null,
      vendorMargin: null,
      floor: null,
    });
    expect(found.perCall.revenue).toBeCloseTo(96 / 11, 12);
    expect(found.counts.withoutContract).toBe(1);
    expect(found.gaps).toEqual(['no_contract']);
  });

  it("the vendor's cost", () => {
    const found = totalOf({ rows: [handled(10, sold('96'))], versions: [version({ vendorCost: undefined })] });
    expect(found.perCall).toMatchObject({ cost: 3.6, ceiling: 3.9, vendorCost: null, vendorMargin: null, floor: null });
    expect([found.breakEvenAht, found.zone]).toEqual([null, null]);
    expect(found.gaps).toEqual(['no_vendor_cost']);
  });

  it('a share of a revenue that nobody reports is no fee of 0', () => {
    const versions = [version({ charges: [{ kind: 'revenue_share', percent: '10' }] })];
    const found = totalOf({ rows: [handled(10)], versions });
    expect(found.money.charges).toBeNull();
    expect(found.perCall.vendorMargin).toBeNull();
    expect(found.gaps).toEqual(['no_revenue']);
  });

  it('days without calls of a month that lacks an input: a part of its price is no price', () => {
    // Full-time equivalents nobody recorded, so of a weekend only a part of the cost is known.
    const versions = [
      version({
        charges: [
          { kind: 'fixed', amount: '3100' },
          { kind: 'per_fte', rate: '3000' },
        ],
      }),
    ];
    const days = groupsOf({ rows: [handled(10, sold('96'))], versions }, 'day');
    expect(days).toHaveLength(31);
    expect(days.map(({ money }) => money.charges)).toEqual(Array.from({ length: 31 }, () => null));
    expect(days.every(({ gaps }) => gaps.includes('no_inputs'))).toBe(true);
  });

  it('figures per call where none was handled', () => {
    const found = totalOf({ rows: [row({ calls: 3, offered: 3, abandoned: 3 })] });
    expect(found.money.charges).toBe(0n);
    expect(found.perCall.cost).toBeNull();
    expect(found.abandonRate).toBe(1);
    expect(found.gaps).toEqual(['no_calls']);
  });
});

describe('rows that name something unknown', () => {
  it('are an error, never left out', () => {
    expect(() => totalOf({ rows: [handled(1, { contractId: 'c9' })] })).toThrow('no contract version "c9"');
    expect(() => totalOf({ rows: [handled(1, { program: 'nowhere' })] })).toThrow('no program "nowhere"');
  });
});
