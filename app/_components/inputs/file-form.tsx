'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type SubmitEvent, useId, useState } from 'react';
import type { Choice, InputSort } from '#views';
import { Button } from '../ui/button.tsx';
import { Select } from '../ui/select.tsx';
import { FailureNote } from './failure-note.tsx';
import { type Sent, send } from './send.ts';

type Taken = { rows: number; inserted: number; updated: number; unchanged: number; warnings: string[] };
type Props = { sort: InputSort; vendors: readonly Choice[] };

const fromFile = '';

/** A file, taken whole or not at all. */
export function FileForm({ sort, vendors }: Props) {
  const t = useTranslations('ui.inputs');
  const router = useRouter();
  const hint = useId();
  const [vendor, setVendor] = useState(fromFile);
  const [file, setFile] = useState<File | null>(null);
  const [sent, setSent] = useState<Sent<Taken> | null>(null);
  const [busy, setBusy] = useState(false);
  const scoped = sort !== 'indices' && sort !== 'rates';

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (!file) return;
    setBusy(true);
    const query = new URLSearchParams({ sort, fileName: file.name, ...(scoped && vendor && { vendor }) });
    const answer = await send<Taken>(`/inputs/upload?${query}`, file);
    setBusy(false);
    setSent(answer);
    if (answer.ok) router.refresh();
  }

  return (
    <form onSubmit={submit} className="space-y-4" aria-label={t('upload')}>
      {sent && !sent.ok && <FailureNote failure={sent} />}
      {scoped && (
        <Select
          label={t('fields.vendor')}
          options={[
            { value: fromFile, label: t('vendorFromFile') },
            ...vendors.map(({ id, label }) => ({ value: id, label })),
          ]}
          value={vendor}
          onChange={setVendor}
          className="w-full sm:w-64"
        />
      )}
      <label className="block text-sm">
        <span className="mb-1 block font-medium">{t('file')}</span>
        <input
          type="file"
          required
          aria-describedby={hint}
          onChange={(event) => setFile(event.target.files?.[0] ?? null)}
          className="block w-full text-sm file:mr-3 file:h-8 file:cursor-pointer file:rounded-md file:border file:border-line file:bg-surface file:px-3 file:font-medium file:text-ink hover:file:bg-sunken"
        />
      </label>
      <p id={hint} className="text-muted text-xs">
        {t(sort === 'rates' ? 'ratesFile' : 'columns')}
      </p>
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" variant="primary" disabled={busy}>
          {t('take')}
        </Button>
        <p role="status" className="text-sm">
          {sent?.ok && t('taken', countsOf(sent.result))}
        </p>
      </div>
      {sent?.ok && sent.result.warnings.length > 0 && (
        <ul className="list-disc pl-5 text-sm">
          {sent.result.warnings.map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
      )}
    </form>
  );
}

function countsOf({ rows, inserted, updated, unchanged }: Taken) {
  return { rows, inserted, updated, unchanged };
}
