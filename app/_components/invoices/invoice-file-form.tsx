'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useFile } from '../inputs/use-file.ts';
import { Button } from '../ui/button.tsx';
import { FileInput } from '../ui/file-input.tsx';
import { ChangeFailure } from './change-failure.tsx';
import { ReplaceBox } from './replace-box.tsx';

type Taken = {
  rows: number;
  invoices: { id: string; vendor: string; number: string; change: 'new' | 'replaced' | 'unchanged' }[];
  warnings: string[];
};

/** A file of invoices, taken whole or not at all. */
export function InvoiceFileForm() {
  const t = useTranslations('ui.invoices');
  const [replace, setReplace] = useState(false);
  const { choose, submit, busy, taken, failure } = useFile<Taken>(
    (fileName) => `/invoices/upload?${new URLSearchParams({ fileName, replace: replace ? 'yes' : 'no' })}`,
  );

  return (
    <form onSubmit={submit} className="space-y-4" aria-label={t('take')}>
      <ChangeFailure failure={failure} />
      <FileInput label={t('file')} hint={t('columns')} onChange={choose} />
      <ReplaceBox checked={replace} onChange={setReplace} />
      <Button type="submit" variant="primary" disabled={busy}>
        {t('takeFile')}
      </Button>
      <div role="status" className="text-sm">
        {taken && (
          <ul className="space-y-1">
            {taken.invoices.map(({ id, vendor, number, change }) => (
              <li key={id}>
                <Link href={`/invoices/${id}`} className="text-accent hover:underline">
                  {vendor} {number}
                </Link>{' '}
                {t(`changes.${change}`)}
              </li>
            ))}
            {taken.warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        )}
      </div>
    </form>
  );
}
