'use client';

import { useTranslations } from 'next-intl';
import { type SubmitEvent, useState } from 'react';
import { Button } from '../ui/button.tsx';
import { Input } from '../ui/input.tsx';
import { Select } from '../ui/select.tsx';
import { ChangeFailure } from './change-failure.tsx';
import type { SaidLine } from './said-line.ts';
import { useChange } from './use-change.ts';

const same = '';

/** Another state for a line, or only a note. */
export function LineState({ line }: { line: SaidLine }) {
  const t = useTranslations('ui.invoices');
  const { invoice, place, next, asked, number } = line;
  const { busy, failure, change } = useChange();
  const [state, setState] = useState<string>(same);
  const [credited, setCredited] = useState(asked);
  const [note, setNote] = useState('');

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const own = { place: String(place), note };
    if (state === same) await change(`/invoices/${invoice}/note`, own);
    else await change(`/invoices/${invoice}/state`, { ...own, state, credited: state === 'credited' ? credited : '' });
  }

  return (
    <form onSubmit={submit} className="space-y-3" aria-label={t('stateOf', { place, number })}>
      <ChangeFailure failure={failure} />
      <Select
        label={t('state')}
        options={[
          { value: same, label: t('noteOnly') },
          ...next.map((own) => ({ value: own, label: t(`become.${own}`) })),
        ]}
        value={state}
        onChange={setState}
        className="w-full"
      />
      {state === 'credited' && (
        <Input label={t('credited')} inputMode="decimal" required value={credited} onValueChange={setCredited} />
      )}
      <Input label={t('note')} required={state === same} value={note} onValueChange={setNote} />
      <Button type="submit" variant="primary" disabled={busy}>
        {t('save')}
      </Button>
    </form>
  );
}
