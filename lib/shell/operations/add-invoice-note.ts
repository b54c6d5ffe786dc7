import { requirePermission } from '#auth';
import { addInvoiceNote as keepNote, type Session } from '#db';
import { invoiceOf, lineOf, noteText } from './change-invoice-line.ts';
import { OperationError } from './errors.ts';

export type InvoiceNoteInput = {
  invoice: string;
  /** Null = of the invoice as a whole. */
  place: number | null;
  note: string;
};

/** Keeps a note of an invoice or of one of its lines, with who said it and when. */
export async function addInvoiceNote(session: Session, { invoice, place, note }: InvoiceNoteInput): Promise<void> {
  requirePermission(session, 'change', 'invoices');
  const text = noteText(note);
  if (text === '')
    throw new OperationError('validation', 'the note is empty', [{ path: 'note', message: { key: 'rejects.empty' } }]);
  await session.database.transaction(async (tx) => {
    if (place === null) await invoiceOf(tx, invoice);
    else await lineOf(tx, invoice, place);
    await keepNote(tx, invoice, { place, text, change: null, actor: session.actor.id, at: session.now() });
  });
}
