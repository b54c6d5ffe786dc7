/**
 * Invoices: what a vendor bills for a month against what our statements say, line by line; what a difference is made
 * of; which states a billed line may go through; what is asked beyond our statement.
 * Does not own: what our statement says (#pricing), who may change a state (#operations), the sentences (#reports).
 */
export {
  type Bill,
  type BillTotals,
  billLines,
  billsOf,
  billTotals,
  type ProgramStatement,
  statementsFor,
} from './bills.ts';
export { carriedOver, saysTheSame } from './content.ts';
export { CurrencyMismatchError } from './currency-mismatch-error.ts';
export type { Differing, Parts, Side } from './difference.ts';
export { gatherInvoices } from './gather.ts';
export {
  type BilledInvoice,
  type BilledLine,
  type Invoice,
  type InvoiceHead,
  type InvoiceLine,
  lineKey,
  NO_COUNTERPART,
} from './invoice.ts';
export { isLineState, type LineState, lineStates, mayBecome, transitions } from './line-state.ts';
export type { NoteChange } from './note-change.ts';
export { type Pairing, type Reconciliation, reconcile } from './reconcile.ts';
export { isPercent, type StatementLine } from './statement-line.ts';
export { noTolerance, type Tolerance } from './tolerance.ts';
export { type InvoiceTotals, invoiceTotals } from './totals.ts';
