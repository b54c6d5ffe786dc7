import type { Micros } from '#money';
import type { Month } from '#time';
import type { LineState } from './line-state.ts';

/** What a person writes in `matchedWith` of a line that nothing of our statement stands behind. */
export const NO_COUNTERPART = 'none';

/** One line that a vendor bills. Quantity and rate are decimal texts, null where the invoice does not say them. */
export type BilledLine = {
  description: string;
  quantity: string | null;
  rate: string | null;
  /** What the line asks for, in the invoice's currency; negative for money given back. */
  amount: Micros;
};

/** A billed line as it is kept: where it stands, what a person matched it with, and what has become of it. */
export type InvoiceLine = BilledLine & {
  /** Number of the invoice it stands on: a month may have several. */
  invoice: string;
  place: number;
  /** Id of the statement's line that a person matched it with, `none`, or null = matched by rule. */
  matchedWith: string | null;
  state: LineState;
  /** What the vendor has given back of it. */
  credited: Micros | null;
};

/** What an invoice says besides its lines. */
export type InvoiceHead = {
  vendor: string;
  /** Null = of no program in particular. */
  program: string | null;
  month: Month;
  number: string;
  currency: string;
  /** What it says is to be paid; null = it names no total. */
  payable: Micros | null;
};

/** An invoice as it is typed or read from a file. */
export type BilledInvoice = InvoiceHead & { lines: readonly BilledLine[] };

/** An invoice as it is kept. */
export type Invoice = InvoiceHead & { id: string; lines: readonly InvoiceLine[] };

/** Name of a line among all lines of a vendor's invoices. */
export function lineKey({ invoice, place }: Pick<InvoiceLine, 'invoice' | 'place'>): string {
  return `${invoice}/${place}`;
}
