import { describe, expect, it } from 'vitest';
import { type ContractVersion, contract, type Program, parseDeclaration } from '#contracts';
import type { BooksInput } from '#economics';
import { parseMicros, rateTable } from '#money';
import { emptySums, type RollupRow } from '#rollup';
import { addDays, parseDay, period } from '#time';
import { judgeBooks } from './judge-books.ts';

const first = parseDay('2026-01-05');
const DAYS = 60;

function program(): Program {
  const declared = { code: 'orders', name: 'Orders', direction: 'inbound', timezone: 'Europe/Rome', currency: 'EUR' };
  const result = parseDeclaration({ programs: [declared] });
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.declaration.programs[0]!;
}

const terms = { vendor: 'norte', from: '2026-01-01', currency: 'EUR', timezone: 'Europe/Rome' };
const version: ContractVersion = {
  ...contract.parse({ ...terms, charges: [{ kind: 'per_call', rate: '1' }] }),
  id: 'c1',
};

const key = {
  vendor: 'norte',
  program: 'orders',
  callType: null,
  direction: 'inbound',
  rateClass: 'standard',
} as const;

/** 100 calls at 1.00, about half of them sales of 10.00: a margin of some 4.00 a call. */
function dayOf(index: number): RollupRow {
  const sales = 50 + (index % 5) - 2;
  const revenue = parseMicros(`${sales * 10}`);
  const sums = { ...emptySums(), calls: 100, offered: 100, handled: 100, contact: 100, billedCalls: 100 };
  const money = {
    revenue,
    revenueCalls: sales,
    handledRevenue: revenue,
    revenueSquared: BigInt(sales) * parseMicros('10') ** 2n,
  };
  return {
    ...key,
    ...sums,
    ...money,
    day: addDays(first, index),
    contractId: 'c1',
    currency: 'EUR',
    handledSales: sales,
  };
}

const rows = Array.from({ length: DAYS }, (_, index) => dayOf(index));

function books(over: Partial<BooksInput> = {}): BooksInput {
  return {
    ...{ rows, versions: [version], programs: [program()], rates: rateTable([]), currency: 'EUR' },
    period: period(first, addDays(first, DAYS)),
    ...over,
  };
}

const clientOn = (index: number, over: Partial<BooksInput>) =>
  judgeBooks(books(over), addDays(first, index))[0]!.verdict.client;

describe('books whose revenue later events change', () => {
  const laterRevenue = [{ vendor: 'norte', program: 'orders' }];

  it('are healthy by days that are 45 days old, others at once', () => {
    expect(clientOn(30, {}).state).toBe('healthy');
    expect(clientOn(30, { laterRevenue }).state).toBe('not_enough_evidence');
    expect(clientOn(30, { laterRevenue: [{ vendor: 'norte', program: 'winback' }] }).state).toBe('healthy');
    // Seven days at least: those up to 11 January are 45 days old on 25 February.
    expect(clientOn(DAYS - 1, { laterRevenue }).state).toBe('healthy');
  });

  it('count the money of days without calls on the next day with some', () => {
    const refund = (index: number): RollupRow => ({
      ...{ ...key, ...emptySums(), day: addDays(first, index), contractId: 'c1', currency: 'EUR' },
      ...{
        revenue: parseMicros('-900'),
        handledRevenue: parseMicros('-900'),
        revenueSquared: parseMicros('-900') ** 2n,
      },
    });
    const idle = rows.filter((_, index) => index !== 20);
    const refunded = clientOn(30, { rows: [...idle, refund(20)] });
    const before = clientOn(30, { rows: idle });
    expect(refunded.days).toBe(before.days);
    expect(refunded.calls).toBe(3000);
    expect(refunded.mean).toBeCloseTo((before.mean ?? Number.NaN) - 900 / 3000, 9);
    // After the last day with calls nobody answers for it yet.
    expect(clientOn(30, { rows: [...idle.slice(0, 30), refund(31)] }).mean).toBeCloseTo(before.mean ?? Number.NaN, 9);
    expect(refunded.lower).toSatisfy(Number.isFinite);
  });
});
