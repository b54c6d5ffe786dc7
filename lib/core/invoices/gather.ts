import type { BilledInvoice, BilledLine, InvoiceHead } from './invoice.ts';

/** One row of a file of invoices; without a line it states the payable. */
type Entry = Omit<InvoiceHead, 'payable'> & Omit<BilledLine, 'description'> & { line: string | null };

/** Rows gathered into invoices, in the order of their first rows; lines keep the order of the rows. */
export function gatherInvoices(entries: readonly Entry[]): BilledInvoice[] {
  const invoices = new Map<string, InvoiceHead & { lines: BilledLine[] }>();
  for (const { line, quantity, rate, amount, ...head } of entries) {
    const key = JSON.stringify([head.vendor, head.number]);
    const invoice = invoices.get(key) ?? { ...head, payable: null, lines: [] };
    invoices.set(key, invoice);
    if (line === null) invoice.payable = amount;
    else invoice.lines.push({ description: line, quantity, rate, amount });
  }
  return [...invoices.values()];
}
