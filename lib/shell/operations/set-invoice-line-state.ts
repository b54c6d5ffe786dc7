import { requirePermission } from '#auth';
import { addInvoiceNote, type Session } from '#db';
import { type InvoiceLine, isLineState, type LineState, mayBecome, transitions } from '#invoices';
import { formatMicros, type Micros, parseMicros } from '#money';
import { changeLine, lineOf, noteText } from './change-invoice-line.ts';
import { OperationError } from './errors.ts';

export type LineStateInput = {
  invoice: string;
  place: number;
  state: string;
  /** What was given back, decimal text; needed by `credited` and by no other state. */
  credited: string;
  note: string;
};

/** Moves a billed line to another state, and keeps who did, when, and what was said. */
export async function setInvoiceLineState(session: Session, input: LineStateInput): Promise<void> {
  requirePermission(session, 'change', 'invoices');
  const { invoice: id, place, state: to } = input;
  const text = noteText(input.note);
  await session.database.transaction(async (tx) => {
    const { line } = await lineOf(tx, id, place);
    const from = line.state;
    if (!isLineState(to)) throw refused('state', `"${to}" is no state of a line`);
    if (!mayBecome(from, to)) throw notAllowed(from, to);
    const credited = to === 'credited' ? creditOf(input.credited, line) : null;
    await changeLine(tx, id, line, { state: to, credited });
    await addInvoiceNote(tx, id, {
      place,
      text,
      change: { kind: 'state', from, to, credited: credited === null ? null : formatMicros(credited, 6) },
      actor: session.actor.id,
      at: session.now(),
    });
  });
}

/** More than nothing and no more than the line asks for. */
function creditOf(text: string, { amount }: InvoiceLine): Micros {
  if (!/^\d{1,12}(\.\d{1,6})?$/.test(text.trim()))
    throw refused('credited', 'an amount is needed: digits, and at most six decimals after a point');
  const credited = parseMicros(text);
  if (credited === 0n) throw refused('credited', 'a credit is more than 0');
  if (credited > amount)
    throw refused('credited', `a credit is at most what the line asks for, ${formatMicros(amount, 2)}`);
  return credited;
}

function refused(path: string, message: string): OperationError {
  return new OperationError('validation', 'the line stays as it was', [{ path, message }]);
}

function notAllowed(from: LineState, to: LineState): OperationError {
  const message = `a line that is ${from} cannot become ${to}, only ${transitions[from].join(' or ')}`;
  return new OperationError('precondition_failed', 'the line stays as it was', [{ path: 'state', message }]);
}
