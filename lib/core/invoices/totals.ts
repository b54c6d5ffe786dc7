import { type Micros, micros, sumMicros } from '#money';
import type { Invoice, InvoiceLine } from './invoice.ts';

/** What an invoice comes to by itself. */
export type InvoiceTotals = {
  /** Sum of its lines. */
  lines: Micros;
  /** What it asks for: the payable it names, else the sum of its lines. */
  asked: Micros;
  /** Payable less the sum of its lines: 0 = they are equal, null = it names no payable. */
  beyondLines: Micros | null;
  /** What the vendor has given back of its lines. */
  credited: Micros;
};

type Summed = Pick<Invoice, 'payable'> & {
  lines: readonly (Pick<InvoiceLine, 'amount'> & { credited?: Micros | null })[];
};

/** The totals of an invoice, kept or only typed. */
export function invoiceTotals({ lines, payable }: Summed): InvoiceTotals {
  const sum = sumMicros(lines.map(({ amount }) => amount));
  return {
    lines: sum,
    asked: payable ?? sum,
    beyondLines: payable === null ? null : micros(payable - sum),
    credited: sumMicros(lines.map(({ credited }) => credited ?? micros(0))),
  };
}

/** What invoices of a month ask beyond our statement, less what was credited; never below 0. Null = ours is unknown. */
export function overbilled(
  { asked, credited }: Pick<InvoiceTotals, 'asked' | 'credited'>,
  ours: Micros | null,
): Micros | null {
  if (ours === null) return null;
  const beyond = asked - ours - credited;
  return micros(beyond > 0n ? beyond : 0n);
}
