'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Choice, InputSort } from '#views';
import { Button } from '../ui/button.tsx';
import { FileInput } from '../ui/file-input.tsx';
import { Select } from '../ui/select.tsx';
import { FailureNote } from './failure-note.tsx';
import { useFile } from './use-file.ts';

type Taken = { rows: number; inserted: number; updated: number; unchanged: number; warnings: string[] };
type Props = { sort: InputSort; vendors: readonly Choice[] };

const fromFile = '';

/** A file, taken whole or not at all. */
export function FileForm({ sort, vendors }: Props) {
  const t = useTranslations('ui.inputs');
  const router = useRouter();
  const [vendor, setVendor] = useState(fromFile);
  const scoped = sort !== 'indices' && sort !== 'rates';
  const addressOf = (fileName: string) =>
    `/inputs/upload?${new URLSearchParams({ sort, fileName, ...(scoped && vendor && { vendor }) })}`;
  const { choose, submit, busy, taken, failure } = useFile<Taken>(addressOf, () => router.refresh());

  return (
    <form onSubmit={submit} className="space-y-4" aria-label={t('upload')}>
      {failure && <FailureNote failure={failure} />}
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
      <FileInput label={t('file')} hint={t(sort === 'rates' ? 'ratesFile' : 'columns')} onChange={choose} />
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" variant="primary" disabled={busy}>
          {t('take')}
        </Button>
        <p role="status" className="text-sm">
          {taken && t('taken', countsOf(taken))}
        </p>
      </div>
      {taken && taken.warnings.length > 0 && (
        <ul className="list-disc pl-5 text-sm">
          {taken.warnings.map((warning) => (
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
