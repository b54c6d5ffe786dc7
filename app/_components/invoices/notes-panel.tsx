import { getTranslations } from 'next-intl/server';
import type { Say } from '#format';
import type { InvoiceView } from '#views';
import { Panel } from '../ui/panel.tsx';
import { NoteForm } from './note-form.tsx';
import { NoteList } from './note-list.tsx';
import { saidNotes } from './said-line.ts';

/** What was said of the invoice as a whole. */
export async function NotesPanel({ view, say }: { view: InvoiceView; say: Say }) {
  const t = await getTranslations('ui.invoices');
  return (
    <Panel className="space-y-3 p-4">
      <h2 className="font-semibold">{t('invoiceNotes')}</h2>
      <NoteList notes={saidNotes(view.notes, say)} />
      <NoteForm key={view.notes.length} invoice={view.invoice.id} />
    </Panel>
  );
}
