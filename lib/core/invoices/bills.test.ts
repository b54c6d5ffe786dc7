import { describe, expect, it } from 'vitest';
import { parseMicros } from '#money';
import type { Line, Statement } from '#pricing';
import { parseMonth } from '#time';
import { billsOf, billTotals, type ProgramStatement, statementsFor } from './bills.ts';
import type { Invoice } from './invoice.ts';
import { ourLine, theirLine } from './lines.test-data.ts';
import { invoiceTotals } from './totals.ts';

const march = parseMonth('2026-03');

function invoice(over: Partial<Invoice> = {}): Invoice {
  const head = { id: 'a', vendor: 'norte', program: null, month: march, number: 'N-1', currency: 'EUR', payable: null };
  return { ...head, lines: [theirLine()], ...over };
}

function statement(program: string | null, over: Partial<Statement> = {}): ProgramStatement {
  const line = { ...ourLine(), effective: ourLine().amount, class: 'variable', weight: null } as Line;
  return { program, contractId: '7', month: march, currency: 'EUR', lines: [line], missing: [], ...over };
}

describe('the payable of an invoice', () => {
  it.each([
    ['76838.40', '0'],
    ['76900.00', '61.60'],
    ['76000.00', '-838.40'],
  ])('of %s is %s beyond its lines', (payable, beyond) => {
    expect(invoiceTotals(invoice({ payable: parseMicros(payable) }))).toMatchObject({
      lines: parseMicros('76838.40'),
      asked: parseMicros(payable),
      beyondLines: parseMicros(beyond),
    });
  });

  it('is the sum of its lines where it names none', () => {
    expect(invoiceTotals(invoice())).toMatchObject({ asked: parseMicros('76838.40'), beyondLines: null });
  });
});

describe('a bill', () => {
  it('is all invoices of a vendor, month, program and currency', () => {
    const bills = billsOf([
      invoice({ number: 'N-2' }),
      invoice(),
      invoice({ number: 'N-3', currency: 'USD' }),
      invoice({ number: 'N-4', program: 'orders' }),
      invoice({ number: 'N-5', month: parseMonth('2026-04') }),
    ]);
    expect(bills.map(({ invoices }) => invoices.map(({ number }) => number))).toEqual([
      ['N-1', 'N-2'],
      ['N-3'],
      ['N-4'],
      ['N-5'],
    ]);
  });

  // asked 77,738.40, ours 76,838.40: 900.00 beyond, less what was credited
  it.each([
    [null, '900'],
    ['400', '500'],
    ['900', '0'],
    ['1000', '0'],
  ])('overbills by what it asks beyond ours, less a credit of %s: %s', (credited, expected) => {
    const line = theirLine({ amount: '77738.40', credited: credited === null ? null : parseMicros(credited) });
    const [bill] = billsOf([invoice({ lines: [line] })]);
    const totals = billTotals(bill!, [statement(null)]);
    expect(totals.difference).toBe(parseMicros('900'));
    expect(totals.overbilled).toBe(parseMicros(expected));
  });

  it('never overbills by less than nothing', () => {
    const [bill] = billsOf([invoice({ lines: [theirLine({ amount: '100' })] })]);
    expect(billTotals(bill!, [statement(null)])).toMatchObject({
      overbilled: 0n,
      difference: parseMicros('-76738.40'),
    });
  });

  it.each([
    ['there is no statement', []],
    ['the statement is in another currency', [statement(null, { currency: 'USD' })]],
    ['a charge has no price', [statement(null, { missing: [{ place: 1, charge: 'per_fte', input: 'fte' }] })]],
  ])('is held against nothing where %s', (_, statements) => {
    const [bill] = billsOf([invoice()]);
    expect(billTotals(bill!, statements)).toMatchObject({ ours: null, difference: null, overbilled: null });
  });
});

describe('which statements a bill is held against', () => {
  const [orders, support, all] = [statement('orders'), statement('support'), statement(null)];
  const eur = { currency: 'EUR' };

  it.each([
    ['of a program, its own contract', 'orders', [orders, support, all], [], [orders]],
    ['of a program without one, the contract for all', 'sales', [orders, all], [], [all]],
    ['of none, all', null, [orders, support], [], [orders, support]],
    ['of none beside one of a program, the others', null, [orders, support], ['orders'], [support]],
  ])('%s', (_, program, statements, siblings, expected) => {
    const named = siblings.map((sibling) => ({ program: sibling }));
    expect(statementsFor({ program, ...eur }, statements, named)).toEqual(expected);
  });

  it('are of its currency where any is, else all, so that the mismatch shows', () => {
    const dollars = statement('support', { currency: 'USD' });
    expect(statementsFor({ program: null, ...eur }, [orders, dollars], [])).toEqual([orders]);
    expect(statementsFor({ program: null, ...eur }, [dollars], [])).toEqual([dollars]);
  });
});
