import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { micros, parseMicros, rateTable, sumMicros } from '#money';
import { noInputs, price, statementTotals } from '#pricing';
import type { RollupRow } from '#rollup';
import { addDays, type Day, monthOf, parseDay, parseMonth, period } from '#time';
import { handled, input, program, version } from './books.test-data.ts';
import type { Economics, Grouping } from './economics.ts';
import { economics } from './unit-economics.ts';

const first = parseDay('2026-02-01');
const spring = period(first, parseDay('2026-04-01'));
const rates = rateTable(
  Array.from({ length: 59 }, (_, index) => ({
    day: addDays(first, index),
    currency: 'USD',
    rate: (1 + (index % 7) / 100).toFixed(4),
  })),
);
const tiers = [
  { upTo: 300, rate: '3.601' },
  { upTo: null, rate: '2.907' },
];
const charges = [
  { kind: 'per_call', mode: 'graduated', tiers },
  { kind: 'per_minute', rate: '0.123457' },
  { kind: 'revenue_share', percent: '3.7' },
  { kind: 'fixed', amount: '777.77' },
];
const versions = [
  version({ id: 'c1', to: '2026-03-10', charges }),
  version({ id: 'c2', from: '2026-03-10', charges: charges.slice(1) }),
  version({ id: 'c3', vendor: 'lumina', currency: 'USD', charges }),
  version({ id: 'c4', vendor: 'kappa', currency: 'USD', exchange: 'call_day', charges }),
];
const programs = [program(), program({ code: 'support', requiredMargin: { share: '0.1' } })];
const owners = { c1: 'norte', c2: 'norte', c3: 'lumina', c4: 'kappa' } as const;

const rows = fc.array(
  fc
    .record({
      contractId: fc.constantFrom('c1', 'c2', 'c3', 'c4'),
      program: fc.constantFrom('orders', 'support'),
      callType: fc.constantFrom('billing', 'claims', null),
      offset: fc.nat(58),
      count: fc.integer({ min: 1, max: 120 }),
      seconds: fc.integer({ min: 1, max: 900 }),
      revenue: fc.bigInt(0n, 10n ** 9n),
    })
    .map(({ count, seconds, contractId, program: code, callType, offset, revenue }) =>
      handled(count, {
        seconds,
        contractId,
        vendor: owners[contractId as keyof typeof owners],
        program: code,
        callType,
        day: addDays(first, offset),
        revenue: micros(revenue),
        revenueCalls: 1,
      }),
    ),
  { maxLength: 30 },
);
const groupings: Grouping[][] = [
  ['vendor'],
  ['vendor', 'program', 'call_type'],
  ['week'],
  ['month', 'call_type'],
  ['day', 'vendor', 'direction'],
];
const within = fc
  .tuple(fc.nat(58), fc.integer({ min: 1, max: 59 }))
  .map(([from, length]) => period(addDays(first, from), addDays(first, from + length) as Day));
const sum = (list: Economics[], of: 'charges' | 'revenue' | 'contribution') =>
  sumMicros(list.map(({ money }) => money[of] ?? micros(0)));
const books = (own: RollupRow[]) => input({ rows: own, versions, programs, rates, period: spring });

describe('amounts shared out over groups', () => {
  it('sum to the total in every grouping of any period', () => {
    fc.assert(
      fc.property(rows, within, (own, part) => {
        const [total] = economics({ ...books(own), period: part, by: [] });
        for (const by of groupings) {
          const groups = economics({ ...books(own), period: part, by });
          for (const of of ['revenue', 'contribution', 'charges'] as const)
            expect(sum(groups, of)).toBe(total?.money[of] ?? 0n);
          expect(groups.reduce((count, group) => count + group.counts.handled, 0)).toBe(total?.counts.handled);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('sum over whole months to the statements, to the micro', () => {
    fc.assert(
      fc.property(rows, (own) => {
        const norte = own.filter((row) => row.vendor === 'norte');
        const statements = versions.slice(0, 2).flatMap((each) =>
          ['2026-02', '2026-03'].map((month) => {
            const ofMonth = norte.filter((row) => row.contractId === each.id && monthOf(row.day) === month);
            return (
              statementTotals(price(each, parseMonth(month), { rows: ofMonth, rates, inputs: noInputs, programs: [] }))
                .billed ?? micros(0)
            );
          }),
        );
        const groups = economics({ ...books(own), only: { vendor: 'norte' }, by: ['program', 'week'] });
        expect(sum(groups, 'charges')).toBe(sumMicros(statements));
      }),
      { numRuns: 60 },
    );
  });

  it('do not depend on the order of rows beyond a micro a line', () => {
    fc.assert(
      fc.property(rows, (own) => {
        const there = economics({ ...books(own), by: ['vendor', 'call_type'] });
        const back = economics({ ...books([...own].reverse()), by: ['vendor', 'call_type'] });
        for (const [index, group] of there.entries()) {
          const gap = (group.money.charges ?? 0n) - (back[index]?.money.charges ?? 0n);
          expect(gap >= -parseMicros('0.0001') && gap <= parseMicros('0.0001')).toBe(true);
        }
      }),
      { numRuns: 30 },
    );
  });
});
