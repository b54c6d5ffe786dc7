import type { Text } from '#format';
import { type Bill, billLines, billTotals, type LineState, type Reconciliation } from '#invoices';
import type { Statement } from '#pricing';
import { monthPeriod } from '#time';
import { list, text } from './cells.ts';
import { billText, payableTexts } from './invoice-sentences.ts';
import { linesTable, partsTable, totalsTable } from './invoice-tables.ts';
import { type Names, vendorName } from './names.ts';
import type { Report } from './report.ts';
import { lacks } from './statement-table.ts';

/** What an invoice's report is made of: the bill it belongs to, and our statements that it is held against. */
export type InvoiceInput = Names & {
  bill: Bill;
  statements: readonly Statement[];
  /** Without a statement in its currency all its lines stand alone. */
  reconciliation: Reconciliation;
  /** Only the pairings with a line in this state: disputed ones are what a vendor is written about. */
  only?: LineState;
};

/** Invoices of a month held against our statement, line by line. */
export function invoiceReport({ only, ...input }: InvoiceInput): Report {
  const { bill } = input;
  const values = { vendor: vendorName(input, bill.vendor), numbers: numbersOf(bill) };
  const shown = only === undefined ? input.reconciliation : onlyIn(input.reconciliation, only);
  return {
    id: 'invoice',
    title:
      only === undefined
        ? { key: 'invoices.heading', values }
        : { key: 'invoices.letter', values: { ...values, state: only } },
    period: monthPeriod(bill.month),
    currency: bill.currency,
    headline: only === undefined ? headline(input) : letterLine(shown, only),
    notes: [],
    sections: sections({ ...input, reconciliation: shown }, only !== undefined),
  };
}

function numbersOf({ invoices }: Bill) {
  return list(invoices.map(({ number }) => text(number)));
}

function onlyIn(reconciliation: Reconciliation, only: LineState): Reconciliation {
  const pairings = reconciliation.pairings.filter(({ invoice }) => invoice.some(({ state }) => state === only));
  return { ...reconciliation, pairings };
}

function letterLine(shown: Reconciliation, only: LineState): Text[] {
  return [{ key: 'invoices.letterLine', values: { n: shown.pairings.length, state: only } }];
}

function sections({ bill, statements, reconciliation }: InvoiceInput, linesOnly: boolean): Report['sections'] {
  const isHeld = isComparable(bill, statements);
  const lines = linesTable({ bill, statements, reconciliation, isHeld });
  if (linesOnly) return [lines];
  const totals = totalsTable(billTotals(bill, statements), bill);
  return isHeld ? [lines, totals, partsTable(reconciliation)] : [lines, totals];
}

/** Whether there is a statement of ours in the invoice's currency. */
function isComparable({ currency }: Bill, statements: readonly Statement[]): boolean {
  return statements.length > 0 && statements.every((own) => own.currency === currency);
}

function headline({ bill, statements, ...names }: InvoiceInput): Text[] {
  const first = billText(bill, billTotals(bill, statements), vendorName(names, bill.vendor));
  return [first, ...absence(bill, statements), ...payableTexts(bill), countsText(bill)];
}

/** Why there is nothing, or not all, to hold the invoice against. */
function absence({ currency }: Bill, statements: readonly Statement[]): Text[] {
  if (statements.length === 0) return [{ key: 'invoices.noStatement' }];
  const foreign = statements.find((own) => own.currency !== currency);
  if (foreign) return [{ key: 'invoices.otherCurrency', values: { invoice: currency, statement: foreign.currency } }];
  const inputs = new Set(statements.flatMap(({ missing }) => missing.map(({ input }) => input)));
  return [...inputs].map((input) => lacks({ input }));
}

function countsText(bill: Bill): Text {
  const states = billLines(bill).map(({ state }) => state);
  const count = (state: LineState) => states.filter((own) => own === state).length;
  return {
    key: 'invoices.counts',
    values: { open: count('open'), disputed: count('disputed'), agreed: count('agreed'), credited: count('credited') },
  };
}
