import { changeInvoiceLine, type Db, findInvoice, type StoredInvoice } from '#db';
import type { InvoiceLine } from '#invoices';
import { OperationError } from './errors.ts';

const LONGEST_NOTE = 2000;

/** The invoice of an id. Throws where there is none. */
export async function invoiceOf(db: Db, id: string): Promise<StoredInvoice> {
  const invoice = await findInvoice(db, id);
  if (!invoice) throw new OperationError('not_found', `there is no invoice ${id}`);
  return invoice;
}

/** An invoice and its line at a place. Throws where there is none. */
export async function lineOf(
  db: Db,
  id: string,
  place: number,
): Promise<{ invoice: StoredInvoice; line: InvoiceLine }> {
  const invoice = await invoiceOf(db, id);
  const line = invoice.lines.find((own) => own.place === place);
  if (!line) throw new OperationError('not_found', `invoice ${invoice.number} has no line ${place}`);
  return { invoice, line };
}

/** Changes a line as it was seen; where somebody else has changed its state meanwhile, nothing is changed. */
export async function changeLine(
  tx: Db,
  id: string,
  line: InvoiceLine,
  change: Parameters<typeof changeInvoiceLine>[2],
): Promise<void> {
  const { place, state } = line;
  if (!(await changeInvoiceLine(tx, { invoiceId: id, place, state }, change)))
    throw new OperationError('conflict', `line ${place} was changed meanwhile: look at it again`);
}

/** A note as it is kept. Throws where it is too long. */
export function noteText(text: string): string {
  const note = text.trim();
  if (note.length <= LONGEST_NOTE) return note;
  const message = { key: 'rejects.too_long', values: { longest: LONGEST_NOTE } };
  throw new OperationError('validation', 'the note is too long', [{ path: 'note', message }]);
}
