import { describe, expect, it } from 'vitest';
import { cellText, cellValue } from '#format';
import { type Invoice, type InvoiceLine, noTolerance, reconcile } from '#invoices';
import { parseMicros } from '#money';
import type { Line, Statement } from '#pricing';
import { parseMonth } from '#time';
import { type InvoiceInput, invoiceReport } from './invoice-report.ts';
import { english, names } from './report.fixture.ts';
import type { Table } from './report.ts';

const month = parseMonth('2026-03');

/** 21,344 calls at 3.60 = 76,838.40 and a bonus of -5% of it = -3,841.92. */
function statement(over: Partial<Statement> = {}): Statement {
  const line = (own: Pick<Line, 'id' | 'charge' | 'detail' | 'quantity' | 'rate'> & { money: string }): Line => {
    const { money, ...rest } = own;
    const amount = parseMicros(money);
    return { contractId: '7', effective: amount, class: 'variable', weight: () => 1n, ...rest, amount };
  };
  return {
    contractId: '7',
    month,
    currency: 'EUR',
    lines: [
      line({
        id: '7/0/standard',
        charge: 'per_call',
        detail: { rateClass: 'standard' },
        quantity: '21344',
        rate: '3.60',
        money: '76838.40',
      }),
      line({ id: '7/1/', charge: 'fixed', detail: {}, quantity: '1', rate: '1000.00', money: '1000.00' }),
    ],
    missing: [],
    ...over,
  };
}

function billed(over: Partial<Omit<InvoiceLine, 'amount'>> & { amount: string }): InvoiceLine {
  const { amount, ...rest } = over;
  return {
    invoice: 'N-1',
    place: 1,
    description: 'Handled calls',
    quantity: null,
    rate: null,
    matchedWith: null,
    state: 'open',
    credited: null,
    ...rest,
    amount: parseMicros(amount),
  };
}

// 21,594 x 3.65 = 78,818.10
const dearer = billed({ quantity: '21594', rate: '3.65', amount: '78818.10', state: 'disputed' });
const monthly = billed({ place: 2, description: 'Monthly fee', amount: '1000.00' });

function input({
  lines = [dearer, monthly],
  payable = null as string | null,
  statements = [statement()],
} = {}): InvoiceInput {
  const head = { id: 'a', vendor: 'norte', program: null, month, number: 'N-1', currency: 'EUR' };
  const invoice: Invoice = { ...head, payable: payable === null ? null : parseMicros(payable), lines };
  const bill = { ...head, invoices: [invoice] };
  const comparable = statements.filter(({ currency }) => currency === 'EUR');
  const reconciliation = reconcile({
    statements: comparable,
    invoiceLines: lines,
    tolerance: noTolerance,
    currency: 'EUR',
  });
  return { ...names, bill, statements, reconciliation };
}

const told = (given: InvoiceInput) => invoiceReport(given).headline.map(english);
const table = (given: InvoiceInput, id: string) => invoiceReport(given).sections.find((own) => own.id === id) as Table;
const reasons = (given: InvoiceInput) => table(given, 'lines').rows.map(({ reason }) => reason && english(reason));

describe('the sentences of an invoice', () => {
  it('say what is billed, what we say, and whether the lines add up', () => {
    // 78,818.10 + 1,000.00 = 79,818.10; ours 77,838.40: 1,979.70
    expect(told(input({ payable: '79818.10' }))).toEqual([
      'Norte Contact bills 79,818.10 EUR for Mar 2026 on invoice N-1; our statement says 77,838.40 EUR, which is 1,979.70 EUR less.',
      'The lines of N-1 add up to what it asks for, 79,818.10 EUR.',
      '1 line is open, 1 disputed, 0 agreed, 0 credited.',
    ]);
  });

  it('say by how much the lines do not add up', () => {
    expect(told(input({ payable: '79828.10' }))[1]).toBe(
      'N-1 asks for 79,828.10 EUR, which is 10.00 EUR more than its lines add up to, 79,818.10 EUR.',
    );
    expect(told(input())[1]).toBe('N-1 names no total; its lines add up to 79,818.10 EUR.');
  });

  it('say that the sides are the same', () => {
    const same = billed({ quantity: '21344', rate: '3.60', amount: '76838.40' });
    expect(told(input({ lines: [same, monthly] }))[0]).toBe(
      'Norte Contact bills 77,838.40 EUR for Mar 2026 on invoice N-1; our statement says the same.',
    );
  });

  it('say why there is nothing to hold it against', () => {
    expect(told(input({ statements: [] }))[1]).toBe(
      'No contract was in force in that month, so there is no statement to hold it against.',
    );
    expect(told(input({ statements: [statement({ currency: 'USD' })] }))[1]).toBe(
      'The invoice is in EUR and our statement in USD: amounts of two currencies are not compared.',
    );
    expect(reasons(input({ statements: [] }))).toEqual([undefined, undefined]);
  });
});

describe('the lines side by side', () => {
  it('say what differs, with its part of the money', () => {
    // 250 x 3.60 = 900.00 and 21,594 x 0.05 = 1,079.70
    expect(reasons(input())).toEqual([
      'They bill 250 calls more than our log has: 21,594 against 21,344 (900.00 EUR). Their rate is 3.65 EUR, ours 3.60 EUR (1,079.70 EUR).',
      'Agrees.',
    ]);
  });

  it('say what is missing, what is split and what does not compute', () => {
    const halves = [
      billed({ description: 'Calls, first half', quantity: '10000', rate: '3.60', amount: '36000.00' }),
      billed({ place: 2, description: 'Calls, second half', quantity: '11344', rate: '3.60', amount: '40840.40' }),
      billed({ place: 3, description: 'Setup', amount: '500.00' }),
    ];
    // 36,000.00 + 40,840.40 = 76,840.40, and 21,344 x 3.60 = 76,838.40
    expect(reasons(input({ lines: halves }))).toEqual([
      '2 of their lines make up one of ours. Their own quantity and rate come to 76,838.40 EUR, and the line asks for 76,840.40 EUR (2.00 EUR more).',
      'Our statement has this line and the invoice does not.',
      'Nothing on our statement stands behind this line.',
    ]);
  });

  it('have the difference in each row and its sum in the total, to the cent', () => {
    const { rows, total } = table(input(), 'lines');
    const of = (row: (typeof rows)[number] | undefined) => row && cellValue(row.cells.difference!, english);
    expect([...rows.map(of), of(total)]).toEqual(['1979.70', '0.00', '1979.70']);
  });

  it('open the calls behind a quantity that differs', () => {
    const [first, second] = table(input(), 'lines').rows;
    expect(first?.href).toBe('/calls?from=2026-03-01&to=2026-04-01&vendor=norte&contract=7&class=standard&billed=yes');
    expect(second?.href).toBeUndefined();
  });

  it('name the parts that add up to the difference', () => {
    const { rows, total } = table(input(), 'parts');
    expect(
      [...rows, total!].map(({ cells }) => [cellText(cells.part!, english), cellValue(cells.amount!, english)]),
    ).toEqual([
      ['Their quantities, at our rates', '900.00'],
      ['Their rates, on their quantities', '1079.70'],
      ['Their arithmetic, and amounts without quantity or rate', '0.00'],
      ['Lines on one side only', '0.00'],
      ['Difference', '1979.70'],
    ]);
  });
});

describe('a letter of disputed lines', () => {
  const letter = invoiceReport({ ...input(), only: 'disputed' });

  it('has those and no others, with their own sum', () => {
    expect(english(letter.title)).toBe('Norte Contact: disputed lines of N-1');
    expect(letter.headline.map(english)).toEqual(['1 line is disputed.']);
    const [lines, ...others] = letter.sections as Table[];
    expect(others).toEqual([]);
    expect(lines?.rows.map(({ id }) => id)).toEqual(['7/0/standard']);
    expect(cellValue(lines!.total!.cells.theirAmount!, english)).toBe('78818.10');
  });
});
