import { requirePermission } from '#auth';
import { addInvoiceNote, type Db, listVersions, type Session } from '#db';
import { NO_COUNTERPART } from '#invoices';
import { changeLine, lineOf, noteText } from './change-invoice-line.ts';
import { OperationError } from './errors.ts';

export type LineMatchInput = {
  invoice: string;
  place: number;
  /** Id of a line of our statement, `none` = with none of them, null = back to the rule. */
  matchedWith: string | null;
  note: string;
};

/** Says which line of our statement a billed line is of, and keeps who said so; a person's word goes before the rule. */
export async function matchInvoiceLine(session: Session, input: LineMatchInput): Promise<void> {
  requirePermission(session, 'change', 'invoices');
  const { invoice: id, place, matchedWith } = input;
  const text = noteText(input.note);
  await session.database.transaction(async (tx) => {
    const { invoice, line } = await lineOf(tx, id, place);
    if (matchedWith !== null && matchedWith !== NO_COUNTERPART) await checkLine(tx, invoice.vendor, matchedWith);
    if (line.matchedWith === matchedWith) return;
    await changeLine(tx, id, line, { matchedWith });
    const change = { kind: 'match', from: line.matchedWith, to: matchedWith } as const;
    await addInvoiceNote(tx, id, { place, text, change, actor: session.actor.id, at: session.now() });
  });
}

/** A statement's line is named after its contract; a line of another vendor's contract cannot be meant. */
async function checkLine(tx: Db, vendor: string, statementLine: string): Promise<void> {
  const versions = await listVersions(tx);
  if (versions.some((own) => own.vendor === vendor && statementLine.startsWith(`${own.id}/`))) return;
  const message = `"${statementLine}" is no line of a statement of ${vendor}`;
  throw new OperationError('validation', 'the line stays as it was', [{ path: 'matchedWith', message }]);
}
