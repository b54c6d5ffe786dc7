import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rateTable, sumMicros } from '#money';
import { type RollupRow, rollUp } from '#rollup';
import { parseMonth } from '#time';
import { price } from './price.ts';
import { type RandomMonth, randomMonth, serviceLevel } from './random-month.test-data.ts';
import { type Statement, statementTotals } from './statement.ts';

const month = parseMonth('2026-03');
const programs = [{ code: 'orders', serviceLevel }];
const callDay = { revenueBooking: 'call_day', lastTouchDays: 30 } as const;
const rules = new Map([['orders', { timezone: 'Europe/Rome', shortAbandonSeconds: 0, serviceLevel, ...callDay }]]);
const rowsOf = ({ calls, version }: RandomMonth) => rollUp(calls, rules, [version]);

function statementOf({ version, ...inputs }: Omit<RandomMonth, 'calls'>, rows: RollupRow[]): Statement {
  return price(version, month, { rows, rates: rateTable([]), inputs, programs });
}
const plain = ({ lines, missing }: Statement) => ({ lines: lines.map((line) => ({ ...line, weight: null })), missing });

describe('a statement of any charges', () => {
  it('has lines that sum to its totals, in whole cents, each with an id of its own', () => {
    fc.assert(
      fc.property(randomMonth, (own) => {
        const statement = statementOf(own, rowsOf(own));
        const { billed, effective } = statementTotals(statement);
        const { lines, missing } = statement;
        expect(billed).toBe(missing.length > 0 ? null : sumMicros(lines.map((line) => line.amount)));
        expect(effective).toBe(missing.length > 0 ? null : sumMicros(lines.map((line) => line.effective)));
        for (const line of lines) expect(line.amount % 10_000n).toBe(0n);
        for (const line of lines) expect(line.effective % 10_000n).toBe(0n);
        expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length);
      }),
      { numRuns: 200 },
    );
  });

  it('is the same whatever the order of calls, rows and other inputs', () => {
    fc.assert(
      fc.property(randomMonth, (own) => {
        const turned = {
          ...own,
          hours: [...own.hours].reverse(),
          scores: [...own.scores].reverse(),
          indices: [...own.indices].reverse(),
        };
        const rows = rowsOf({ ...own, calls: [...own.calls].reverse() }).reverse();
        expect(plain(statementOf(turned, rows))).toEqual(plain(statementOf(own, rowsOf(own))));
      }),
      { numRuns: 200 },
    );
  });

  it('has weights for the lines that stay with their calls, which add up wherever there is an amount', () => {
    fc.assert(
      fc.property(randomMonth, (own) => {
        const rows = rowsOf(own);
        for (const { weight, amount } of statementOf(own, rows).lines) {
          if (weight === null || amount === 0n) continue;
          expect(rows.reduce((sum, row) => sum + weight(row), 0n)).not.toBe(0n);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('a commitment and a cap', () => {
  const without = (own: RandomMonth, kind: string) => ({
    ...own,
    version: { ...own.version, charges: own.version.charges.filter((charge) => charge.kind !== kind) },
  });
  const totalOf = (own: RandomMonth) => statementTotals(statementOf(own, rowsOf(own))).billed;

  it('a minimum never lowers a total', () => {
    fc.assert(
      fc.property(randomMonth, (own) => {
        const [more, less] = [totalOf(own), totalOf(without(own, 'minimum'))];
        if (more !== null && less !== null) expect(more >= less).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('a cap never raises one, and a minimum with the same cap is what is paid for variable lines', () => {
    fc.assert(
      fc.property(randomMonth, fc.integer({ min: 0, max: 99_999 }), (own, cents) => {
        const amount = (cents / 100).toFixed(2);
        const none = without(own, 'minimum');
        const capped = {
          ...none,
          version: { ...none.version, charges: [...none.version.charges, { kind: 'cap' as const, amount }] },
        };
        const [less, more] = [totalOf(capped), totalOf(none)];
        if (more === null || less === null) return;
        expect(less <= more).toBe(true);
        const both = {
          ...capped,
          version: { ...capped.version, charges: [...capped.version.charges, { kind: 'minimum' as const, amount }] },
        };
        const { lines } = statementOf(both, rowsOf(both));
        const paid = lines.filter((line) => line.class === 'variable' || ['minimum', 'cap'].includes(line.charge));
        const limits = lines.filter((line) => ['minimum', 'cap'].includes(line.charge));
        // One of the two at most; together they leave exactly the agreed amount for the days in force.
        expect(limits.length).toBeLessThanOrEqual(1);
        for (const { detail } of limits) expect(sumMicros(paid.map((line) => line.amount))).toBe(detail.limit?.amount);
      }),
      { numRuns: 200 },
    );
  });
});

it('linear charges add over split months of calls', () => {
  const linear = ['per_call', 'per_outcome'];
  fc.assert(
    fc.property(randomMonth, fc.nat(90), (own, cut) => {
      // Whole cents a unit, so that rounding a part is rounding nothing.
      const charges = own.version.charges
        .filter((charge) => linear.includes(charge.kind) && 'rate' in charge && charge.rate !== undefined)
        .map((charge) => ({ ...charge, rate: '1.37' }));
      const flat = { ...own, version: { ...own.version, charges } } as RandomMonth;
      const total = (calls: RandomMonth['calls']) =>
        statementTotals(statementOf(flat, rowsOf({ ...flat, calls }))).billed ?? 0n;
      expect(total(own.calls.slice(0, cut)) + total(own.calls.slice(cut))).toBe(total(own.calls));
    }),
    { numRuns: 200 },
  );
});
