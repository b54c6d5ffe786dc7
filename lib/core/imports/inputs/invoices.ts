import type { Micros } from '#money';
import type { Month } from '#time';
import { readAmount, readCurrency } from '../cells/amount.ts';
import { readMonth } from '../cells/day.ts';
import { decimalReader } from '../cells/decimal.ts';
import type { Fault } from '../cells/fault.ts';
import { readId, readText } from '../cells/text.ts';
import { needed, optional, type RowConflict, type TableSpec } from '../table/spec.ts';
import { type InputScope, keyOf, scopeColumns } from './scope.ts';

/** One row of an invoice file: a line that is billed, or what the invoice says is to be paid. */
export type InvoiceEntry = {
  vendor: string;
  /** Null = of no program in particular. */
  program: string | null;
  month: Month;
  number: string;
  /** What the line is for; null = the row states the payable. */
  line: string | null;
  quantity: string | null;
  rate: string | null;
  amount: Micros;
  currency: string;
};

type Cells = Omit<InvoiceEntry, 'number' | 'line'> & { invoice_no: string; line: string };

const readSize = decimalReader({ most: 1e12, decimals: 6 });

/** A quantity or a rate: below 0 where a line takes back. */
function readSigned(text: string): string | Fault {
  const size = readSize(text.replace(/^-/, ''));
  return typeof size === 'string' && text.startsWith('-') && Number(size) !== 0 ? `-${size}` : size;
}

/** The words by which a row states what is to be paid instead of a line. */
const payableWords = new Set(['total', 'payable']);

/**
 * The invoices file: one row a billed line. All rows of one invoice say the same month, program and currency, and at
 * most one states its payable. The table remembers the invoices it has seen, so one is made for each file.
 */
export function invoicesTable(scope: InputScope): TableSpec<Cells, InvoiceEntry> {
  const conflict = conflicts();
  return {
    columns: {
      ...scopeColumns(scope),
      month: needed(readMonth),
      invoice_no: needed(readId),
      line: needed(readText),
      quantity: optional(readSigned),
      rate: optional(readSigned),
      amount: needed(readAmount),
      currency: needed(readCurrency),
    },
    toRow: ({ invoice_no: number, line, ...cells }) => {
      const entry = { ...cells, number, line: payableWords.has(line.toLowerCase()) ? null : line };
      return conflict(entry) ?? entry;
    },
  };
}

const head = ['program', 'month', 'currency'] as const;

/** Tells what of an entry contradicts the earlier ones of the same invoice; remembers the entry. */
function conflicts(): (entry: InvoiceEntry) => RowConflict | null {
  const seen = new Map<string, { first: InvoiceEntry; payable: boolean }>();
  return (entry) => {
    const key = keyOf(entry.vendor, entry.number);
    const known = seen.get(key);
    const payable = entry.line === null;
    seen.set(key, { first: known?.first ?? entry, payable: payable || known?.payable === true });
    if (!known) return null;
    const column = head.find((name) => entry[name] !== known.first[name]);
    if (column !== undefined)
      return { column, fault: { key: 'invoices.otherHead', values: { first: known.first[column] ?? 'none' } } };
    return payable && known.payable ? { column: 'line', fault: { key: 'invoices.secondPayable' } } : null;
  };
}
