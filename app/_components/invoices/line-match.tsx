'use client';

import { useTranslations } from 'next-intl';
import { type SubmitEvent, useState } from 'react';
import { Button } from '../ui/button.tsx';
import { type Option, Select } from '../ui/select.tsx';
import { ChangeFailure } from './change-failure.tsx';
import type { SaidLine } from './said-line.ts';
import { useChange } from './use-change.ts';

const byRule = '';

/** Which line of our statement a billed line is of. */
export function LineMatch({ line, choices }: { line: SaidLine; choices: readonly Option[] }) {
  const t = useTranslations('ui.invoices');
  const { invoice, place, matchedWith, number } = line;
  const { busy, failure, change } = useChange();
  const [chosen, setChosen] = useState(matchedWith ?? byRule);

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    await change(`/invoices/${invoice}/match`, { place: String(place), note: '', matchedWith: chosen });
  }

  return (
    <form onSubmit={submit} className="space-y-3" aria-label={t('matchOf', { place, number })}>
      <ChangeFailure failure={failure} />
      <Select
        label={t('match')}
        options={[{ value: byRule, label: t('byRule') }, ...choices, { value: 'none', label: t('alone') }]}
        value={chosen}
        onChange={setChosen}
        className="w-full"
      />
      <Button type="submit" disabled={busy}>
        {t('saveMatch')}
      </Button>
    </form>
  );
}
