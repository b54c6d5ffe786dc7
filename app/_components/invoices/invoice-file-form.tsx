'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { type SubmitEvent, useId, useState } from 'react';
import { type Sent, send } from '../inputs/send.ts';
import { Button } from '../ui/button.tsx';
import { ChangeFailure } from './change-failure.tsx';

type Taken = {
  rows: number;
  invoices: { id: string; vendor: string; number: string; change: 'new' | 'replaced' | 'unchanged' }[];
  warnings: string[];
};

/** A file of invoices, taken whole or not at all. */
export function InvoiceFileForm() {
  const t = useTranslations('ui.invoices');
  const hint = useId();
  const [file, setFile] = useState<File | null>(null);
  const [replace, setReplace] = useState(false);
  const [sent, setSent] = useState<Sent<Taken> | null>(null);
  const [busy, setBusy] = useState(false);

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (!file) return;
    setBusy(true);
    const query = new URLSearchParams({ fileName: file.name, replace: replace ? 'yes' : 'no' });
    setSent(await send<Taken>(`/invoices/upload?${query}`, file));
    setBusy(false);
  }

  return (
    <form onSubmit={submit} className="space-y-4" aria-label={t('take')}>
      <ChangeFailure failure={sent && !sent.ok ? sent : null} />
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
      <p id={hint} className="wrap-anywhere text-muted text-xs">
        {t('columns')}
      </p>
      <label className="flex items-center gap-2 text-sm">
        <input type="checkbox" checked={replace} onChange={(event) => setReplace(event.target.checked)} />
        {t('replace')}
      </label>
      <Button type="submit" variant="primary" disabled={busy}>
        {t('takeFile')}
      </Button>
      <div role="status" className="text-sm">
        {sent?.ok && (
          <ul className="space-y-1">
            {sent.result.invoices.map(({ id, vendor, number, change }) => (
              <li key={id}>
                <Link href={`/invoices/${id}`} className="text-accent hover:underline">
                  {vendor} {number}
                </Link>{' '}
                {t(`changes.${change}`)}
              </li>
            ))}
            {sent.result.warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        )}
      </div>
    </form>
  );
}
