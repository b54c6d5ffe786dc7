'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type SubmitEvent, useState } from 'react';
import type { InputSort, InputsView } from '#views';
import { Button } from '../ui/button.tsx';
import { FailureNote } from './failure-note.tsx';
import { Field } from './field.tsx';
import { inputFields } from './input-fields.ts';
import { type Sent, send } from './send.ts';

type Counts = { inserted: number; updated: number; unchanged: number };
type Props = Pick<InputsView, 'vendors' | 'programs'> & { sort: InputSort };

/** One row, typed; its faults stand at their fields. */
export function RecordForm({ sort, vendors, programs }: Props) {
  const t = useTranslations('ui.inputs');
  const router = useRouter();
  const fields = inputFields[sort];
  const [values, setValues] = useState<Record<string, string>>({ vendor: vendors[0]?.id ?? '', kpi: 'qa' });
  const [sent, setSent] = useState<Sent<Counts> | null>(null);
  const [busy, setBusy] = useState(false);
  const faultOf = (name: string) =>
    sent && !sent.ok ? sent.faults.find(({ field }) => field === name)?.message : undefined;

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    setBusy(true);
    const body = new URLSearchParams(fields.map(({ name }) => [name, values[name] ?? '']));
    const answer = await send<Counts>(`/inputs/record?sort=${sort}`, body);
    setBusy(false);
    setSent(answer);
    if (answer.ok) router.refresh();
  }

  return (
    <form onSubmit={submit} className="space-y-4" aria-label={t('type')} noValidate>
      {sent && !sent.ok && <FailureNote failure={sent} />}
      <div className="grid gap-x-4 gap-y-3 sm:grid-cols-3">
        {fields.map((field) => (
          <Field
            key={field.name}
            field={field}
            value={values[field.name] ?? ''}
            onChange={(value) => setValues({ ...values, [field.name]: value })}
            fault={faultOf(field.name)}
            vendors={vendors}
            programs={programs}
          />
        ))}
      </div>
      <p className="text-muted text-xs">{t(`hints.${sort}`)}</p>
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" variant="primary" disabled={busy}>
          {t('record')}
        </Button>
        <p role="status" className="text-sm">
          {sent?.ok && t(recordedAs(sent.result))}
        </p>
      </div>
    </form>
  );
}

function recordedAs({ inserted, updated }: Counts): 'recorded' | 'corrected' | 'same' {
  if (inserted > 0) return 'recorded';
  return updated > 0 ? 'corrected' : 'same';
}
