'use client';

import { useTranslations } from 'next-intl';
import { type SubmitEvent, useState } from 'react';
import type { Rating } from '#contracts';
import { Button } from '../ui/button.tsx';
import { Input } from '../ui/input.tsx';
import { Select } from '../ui/select.tsx';

const states = ['offered', 'attempted', 'handled', 'contact', 'resolved', 'sale'] as const;
const bases = ['talk', 'connected', 'handle'] as const;
const seconds = ['initialSeconds', 'incrementSeconds', 'excludeShorterThanSeconds'] as const;

type Props = { rating: Rating; onChange: (rating: Rating) => void };

/** How calls are rated; changed as a whole, since each change rates every call anew. */
export function RatingForm({ rating, onChange }: Props) {
  const t = useTranslations('ui.whatIf');
  const [draft, setDraft] = useState(rating);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    onChange(draft);
  };
  return (
    <form onSubmit={submit} className="space-y-3" aria-label={t('rating')}>
      <Select
        label={t('billable')}
        options={states.map((value) => ({ value, label: t(`states.${value}`) }))}
        value={draft.billable}
        onChange={(billable) => setDraft({ ...draft, billable: billable as Rating['billable'] })}
        className="w-full"
      />
      <Select
        label={t('basis')}
        options={bases.map((value) => ({ value, label: t(`bases.${value}`) }))}
        value={draft.basis}
        onChange={(basis) => setDraft({ ...draft, basis: basis as Rating['basis'] })}
        className="w-full"
      />
      <div className="grid grid-cols-3 items-end gap-2">
        {seconds.map((name) => (
          <Input
            key={name}
            label={t(name)}
            type="number"
            required
            min={name === 'incrementSeconds' ? 1 : 0}
            max={3600}
            value={String(draft[name])}
            onValueChange={(value) => setDraft({ ...draft, [name]: Math.trunc(Number(value)) })}
          />
        ))}
      </div>
      <Button type="submit" disabled={JSON.stringify(draft) === JSON.stringify(rating)}>
        {t('rateAnew')}
      </Button>
      <p className="text-muted text-xs">{t('ratingHint')}</p>
    </form>
  );
}
