import { requirePermission } from '#auth';
import { addInvoiceNote, type Session, saveTolerance } from '#db';
import type { Tolerance } from '#invoices';
import { invoiceOf, noteText } from './change-invoice-line.ts';
import { type InputIssue, OperationError } from './errors.ts';

export type ToleranceInput = {
  /** The invoice on which it was set; it holds for all invoices of its vendor, and is noted with this one. */
  invoice: string;
  tolerance: Tolerance;
  note: string;
};

const shape = /^\d{1,12}(\.\d{1,6})?$/;
const unreadable = 'is not a number of 0 or more with at most six decimals after a point';

/** Sets what a line of a vendor's invoices may differ by and still agree, and keeps who did. */
export async function setInvoiceTolerance(session: Session, input: ToleranceInput): Promise<void> {
  requirePermission(session, 'change', 'invoices');
  const amount = input.tolerance.amount.trim() || '0';
  const percent = input.tolerance.percent.trim() || '0';
  const issues: InputIssue[] = [
    ...(shape.test(amount) ? [] : [{ path: 'amount', message: unreadable }]),
    ...(shape.test(percent) ? [] : [{ path: 'percent', message: unreadable }]),
    ...(Number(percent) > 100 ? [{ path: 'percent', message: 'is more than 100' }] : []),
  ];
  if (issues.length > 0) throw new OperationError('validation', 'the tolerance stays as it was', issues);
  const text = noteText(input.note);
  await session.database.transaction(async (tx) => {
    const { id, vendor } = await invoiceOf(tx, input.invoice);
    const to = { amount, percent };
    if (!(await saveTolerance(tx, vendor, to))) throw new OperationError('not_found', `there is no vendor "${vendor}"`);
    const change = { kind: 'tolerance', to } as const;
    await addInvoiceNote(tx, id, { place: null, text, change, actor: session.actor.id, at: session.now() });
  });
}
