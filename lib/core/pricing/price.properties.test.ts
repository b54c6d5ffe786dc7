import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { micros, parseMicros, sumMicros } from '#money';
import type { RollupRow } from '#rollup';
import { slices, volumeSlice } from './slices.ts';
import { row, statementOf, version } from './statement.test-data.ts';
import { statementTotals } from './statement.ts';
import { steps } from './steps.ts';

const cents = fc.integer({ min: 0, max: 9_999 }).map((value) => (value / 100).toFixed(2));
const tiers = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 1, max: 3_000 }), { maxLength: 4 }),
    fc.array(cents, { minLength: 5, maxLength: 5 }),
  )
  .map(([bounds, list]) =>
    [...bounds.sort((a, b) => a - b), null].map((upTo, index) => ({ upTo, rate: list[index] ?? '1.00' })),
  );
const rows = fc.array(
  fc
    .record({
      rateClass: fc.constantFrom('standard', 'night'),
      billedCalls: fc.nat(900),
      billedSeconds: fc.nat(50_000),
      contact: fc.nat(900),
      revenue: fc.bigInt(-1_000_000n, 10n ** 10n).map(micros),
    })
    .map((sums) => row(sums)),
  { maxLength: 12 },
);
const charges = fc
  .tuple(cents, tiers, tiers, cents, cents)
  .map(([perCall, callTiers, minuteTiers, perContact, monthly]) => [
    { kind: 'per_call', rate: perCall },
    { kind: 'per_call', mode: 'volume', tiers: callTiers },
    { kind: 'per_minute', mode: 'graduated', tiers: minuteTiers },
    { kind: 'per_outcome', outcome: 'contact', rate: perContact },
    { kind: 'revenue_share', percent: '12.5' },
    { kind: 'fixed', amount: monthly },
  ]);
const totalOf = (list: unknown[], of: RollupRow[]) =>
  statementTotals(statementOf(version(list), of)).billed ?? micros(0);

describe('a statement', () => {
  it('is the same whatever the order of the rows', () => {
    fc.assert(
      fc.property(charges, rows, fc.nat(), (list, own, seed) => {
        const shuffled = own
          .map((each, index) => ({ each, key: (index * 7919 + seed) % 101 }))
          .sort((a, b) => a.key - b.key)
          .map(({ each }) => each);
        const plain = ({ lines }: { lines: object[] }) => lines.map((line) => ({ ...line, weight: null }));
        expect(plain(statementOf(version(list), shuffled))).toEqual(plain(statementOf(version(list), own)));
      }),
    );
  });

  it('has lines of whole minor units that sum to its total, and weights for every variable one', () => {
    fc.assert(
      fc.property(charges, rows, (list, own) => {
        const { lines } = statementOf(version(list), own);
        expect(sumMicros(lines.map((line) => line.amount))).toBe(totalOf(list, own));
        for (const line of lines) {
          expect(line.amount % 10_000n).toBe(0n);
          expect(line.weight === null).toBe(line.class === 'fixed');
        }
        expect(new Set(lines.map((line) => line.id)).size).toBe(lines.length);
      }),
    );
  });

  it('adds over split rows where the charge is linear', () => {
    const linear = [
      { kind: 'per_call', rate: '3.61' },
      { kind: 'per_outcome', outcome: 'contact', rate: '0.07' },
    ];
    fc.assert(
      fc.property(rows, rows, (a, b) => {
        expect(totalOf(linear, [...a, ...b])).toBe(totalOf(linear, a) + totalOf(linear, b));
      }),
    );
  });

  it('rises with every call under graduated tiers, by no more than the dearest rate', () => {
    fc.assert(
      fc.property(tiers, fc.nat(4_000), (list, count) => {
        const price = (billedCalls: number) =>
          totalOf([{ kind: 'per_call', mode: 'graduated', tiers: list }], [row({ billedCalls })]);
        const step = price(count + 1) - price(count);
        const dearest = list.map(({ rate }) => parseMicros(rate)).reduce((a, b) => (a > b ? a : b));
        expect(step >= 0n && step <= dearest).toBe(true);
      }),
    );
  });
});

describe('slices', () => {
  it('add up to the quantity, meet at their bounds, and volume is the last of them', () => {
    fc.assert(
      fc.property(tiers, fc.nat(5_000), (list, quantity) => {
        const found = slices(quantity, list);
        expect(found.reduce((sum, slice) => sum + slice.quantity, 0)).toBe(quantity);
        for (const [index, slice] of found.entries()) expect(slice.from).toBe(found[index - 1]?.to ?? 0);
        expect(volumeSlice(quantity, list)[0]?.rate).toBe(found.at(-1)?.rate);
      }),
    );
  });
});

it('takes every variable charge before any amount of the month', () => {
  expect(steps.map((step) => step.kind)).toEqual([
    ...['per_call', 'per_minute', 'per_hour', 'per_outcome', 'revenue_share', 'dead_band', 'aht_collar', 'surcharge'],
    ...['minimum', 'cap', 'bonus_malus', 'per_fte', 'fixed', 'one_off'],
  ]);
});
