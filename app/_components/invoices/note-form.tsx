'use client';

import { useTranslations } from 'next-intl';
import { type SubmitEvent, useState } from 'react';
import { Button } from '../ui/button.tsx';
import { Input } from '../ui/input.tsx';
import { ChangeFailure } from './change-failure.tsx';
import { useChange } from './use-change.ts';

export function NoteForm({ invoice }: { invoice: string }) {
  const t = useTranslations('ui.invoices');
  const { busy, failure, change } = useChange();
  const [note, setNote] = useState('');

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    await change(`/invoices/${invoice}/note`, { place: '', note });
  }

  return (
    <form onSubmit={submit} className="space-y-3 print:hidden" aria-label={t('addNote')}>
      <ChangeFailure failure={failure} />
      <div className="flex flex-wrap items-end gap-3">
        <div className="min-w-48 max-w-xl flex-1">
          <Input label={t('note')} required value={note} onValueChange={setNote} />
        </div>
        <Button type="submit" disabled={busy}>
          {t('addNote')}
        </Button>
      </div>
    </form>
  );
}
