import { isLineState, type NoteChange } from '#invoices';
import type { Db } from '../database.ts';

export type InvoiceNote = {
  /** The line that it is of; null = the invoice as a whole. */
  place: number | null;
  text: string;
  change: NoteChange | null;
  actor: string;
  at: Date;
};

/** Keeps what was said or changed. */
export async function addInvoiceNote(tx: Db, invoiceId: string, { change, ...note }: InvoiceNote): Promise<void> {
  await tx.prisma.invoiceNote.create({ data: { invoiceId, ...note, ...columnsOf(change) } });
}

/** Everything that was said or changed of some invoices, oldest first, by invoice. */
export async function listInvoiceNotes(db: Db, ids: readonly string[]): Promise<Map<string, InvoiceNote[]>> {
  const rows = await db.prisma.invoiceNote.findMany({
    where: { invoiceId: { in: [...ids] } },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  });
  const notes = new Map<string, InvoiceNote[]>(ids.map((id) => [id, []]));
  for (const { invoiceId, place, text, fromState, toState, actor, at } of rows)
    notes.get(invoiceId)?.push({ place, text, change: changeOf(fromState, toState), actor, at });
  return notes;
}

const RULE = 'rule';

/** A change in the two columns: states by their names, a credit with its amount, all else after the word for its kind. */
function columnsOf(change: NoteChange | null): { fromState: string | null; toState: string | null } {
  switch (change?.kind) {
    case 'state':
      return { fromState: change.from, toState: change.to + (change.credited === null ? '' : ` ${change.credited}`) };
    case 'match':
      return { fromState: `match ${change.from ?? RULE}`, toState: `match ${change.to ?? RULE}` };
    case 'tolerance':
      return { fromState: null, toState: `tolerance ${change.to.amount} ${change.to.percent}` };
    case 'replaced':
      return { fromState: null, toState: `replaced ${change.source}` };
    default:
      return { fromState: null, toState: null };
  }
}

function changeOf(from: string | null, to: string | null): NoteChange | null {
  const [word = '', ...rest] = (to ?? '').split(' ');
  const said = rest.join(' ');
  if (word === 'match') return { kind: 'match', from: matchOf(from?.slice(word.length + 1)), to: matchOf(said) };
  if (word === 'replaced') return { kind: 'replaced', source: said };
  if (word === 'tolerance') return { kind: 'tolerance', to: { amount: rest[0] ?? '0', percent: rest[1] ?? '0' } };
  if (!isLineState(word) || from === null || !isLineState(from)) return null;
  return { kind: 'state', from, to: word, credited: said === '' ? null : said };
}

function matchOf(text: string | undefined): string | null {
  return text === undefined || text === RULE ? null : text;
}
