import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { micros, sumMicros } from '#money';
import { lineKey } from './invoice.ts';
import { ourLine, statement, theirLine, told } from './lines.test-data.ts';
import { reconcile } from './reconcile.ts';

const cents = (least: number, most: number) =>
  fc.integer({ min: least, max: most }).map((value) => (value / 100).toFixed(2));
const quantity = fc.oneof(fc.integer({ min: -50, max: 5000 }).map(String), cents(0, 500_000));
const rate = fc.constantFrom('3.60', '3.65', '4.50', '0.61', '12.5');
const charge = fc.constantFrom('per_call', 'per_minute', 'revenue_share', 'fixed', 'bonus_malus' as const);
const words = fc.constantFrom('Calls', 'Calls by night', 'Minutes', 'Revenue share', 'Service', 'Bonus', 'Setup');

const ours = fc
  .array(fc.record({ charge, quantity, rate, amount: cents(-5_000, 2_000_000) }), { maxLength: 6 })
  .map((lines) => lines.map((line, at) => ourLine({ ...line, detail: {}, id: `7/${at}/x` })));

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });

const theirs = fc
  .array(
    fc.record({
      description: words,
      quantity: maybe(quantity),
      rate: maybe(rate),
      amount: cents(-5_000, 2_000_000),
      matchedWith: fc.constantFrom(null, null, null, '7/0/x', '7/1/x', '9/9/x', 'none'),
      invoice: fc.constantFrom('N-1', 'N-2'),
    }),
    { maxLength: 7 },
  )
  .map((lines) => lines.map((line, at) => theirLine({ ...line, place: at + 1 })));

const tolerance = fc.record({ amount: cents(0, 500), percent: cents(0, 300) });

const held = (
  lines: { ours: ReturnType<typeof ourLine>[]; theirs: ReturnType<typeof theirLine>[] },
  within = { amount: '0', percent: '0' },
) => reconcile({ statements: [statement(lines.ours)], invoiceLines: lines.theirs, tolerance: within, currency: 'EUR' });

describe('any reconciliation', () => {
  it('puts every line of either side into exactly one pairing', () => {
    fc.assert(
      fc.property(ours, theirs, tolerance, (own, billed, within) => {
        const { pairings } = held({ ours: own, theirs: billed }, within);
        expect(pairings.flatMap((pair) => pair.statement?.id ?? []).sort()).toEqual(own.map(({ id }) => id).sort());
        expect(pairings.flatMap(({ invoice }) => invoice.map(lineKey)).sort()).toEqual(billed.map(lineKey).sort());
        for (const { kind, statement: mine, invoice } of pairings) {
          expect(kind === 'missing_on_statement').toBe(mine === null);
          expect(kind === 'missing_on_invoice').toBe(invoice.length === 0);
        }
      }),
    );
  });

  it('has differences that add up to the whole, and parts that add up to each', () => {
    fc.assert(
      fc.property(ours, theirs, (own, billed) => {
        const whole = held({ ours: own, theirs: billed });
        const sum = (amounts: readonly bigint[]) => sumMicros(amounts.map(micros));
        expect(sum(whole.pairings.map(({ difference }) => difference.total))).toBe(whole.difference);
        expect(sum(Object.values(whole.parts))).toBe(whole.difference);
        for (const { difference } of whole.pairings)
          expect(sum(Object.values(difference.parts))).toBe(difference.total);
      }),
    );
  });

  it('is the same however the lines are ordered', () => {
    const shuffled = fc.tuple(ours, theirs).chain(([own, billed]) =>
      fc.record({
        own: fc.constant(own),
        billed: fc.constant(billed),
        otherOwn: fc.shuffledSubarray(own, { minLength: own.length }),
        otherBilled: fc.shuffledSubarray(billed, { minLength: billed.length }),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ own, billed, otherOwn, otherBilled }) => {
        const texts = (lines: { ours: typeof own; theirs: typeof billed }) => held(lines).pairings.map(told).sort();
        expect(texts({ ours: otherOwn, theirs: otherBilled })).toEqual(texts({ ours: own, theirs: billed }));
      }),
    );
  });

  it('agrees whole with what bills our own lines', () => {
    fc.assert(
      fc.property(ours, (own) => {
        const copies = own.map((line, at) =>
          theirLine({
            place: at + 1,
            description: 'Line',
            quantity: line.quantity,
            rate: line.rate,
            matchedWith: line.id,
          }),
        );
        const billed = copies.map((line, at) => ({ ...line, amount: own[at]!.amount }));
        expect(held({ ours: own, theirs: billed }).difference).toBe(0n);
      }),
    );
  });

  it('agrees with more the more is tolerated', () => {
    const matches = (lines: Parameters<typeof held>[0], within: Parameters<typeof held>[1]) =>
      held(lines, within).pairings.filter(({ kind }) => kind === 'match').length;
    fc.assert(
      fc.property(ours, theirs, tolerance, (own, billed, within) => {
        const wider = { amount: (Number(within.amount) + 1).toFixed(2), percent: within.percent };
        const lines = { ours: own, theirs: billed };
        expect(matches(lines, wider)).toBeGreaterThanOrEqual(matches(lines, within));
      }),
    );
  });
});
