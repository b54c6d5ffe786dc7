import { cellText, type Say } from '#format';
import type { InvoiceLineView, InvoiceNoteView } from '#views';

/** A note as the browser is told of it. */
export type SaidNote = { key: string; text: string; change: string | null; by: string };

/** A billed line as the browser is told of it: with its sentences said, since the catalogue of reports stays here. */
export type SaidLine = Omit<InvoiceLineView, 'amount' | 'credited' | 'notes'> & {
  amount: string;
  credited: string | null;
  notes: SaidNote[];
};

/** Says what a line's record holds in the language of the reader. */
export function saidLine({ amount, credited, notes, ...line }: InvoiceLineView, say: Say): SaidLine {
  return {
    ...line,
    amount: cellText(amount, say),
    credited: credited && cellText(credited, say),
    notes: saidNotes(notes, say),
  };
}

/** Notes with who said them and when, on the clock of this machine, which is the reader's. */
export function saidNotes(notes: readonly InvoiceNoteView[], say: Say): SaidNote[] {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return notes.map(({ change, text, actor, at }, index) => ({
    key: `${index} ${at}`,
    text,
    change: change && say(change),
    by: `${actor}, ${cellText({ kind: 'instant', ms: at, zone: timeZone }, say)}`,
  }));
}
