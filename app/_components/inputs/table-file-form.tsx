'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Choice } from '#views';
import { Button } from '../ui/button.tsx';
import { FileInput } from '../ui/file-input.tsx';
import { Select } from '../ui/select.tsx';
import { FailureNote } from './failure-note.tsx';
import { useFile } from './use-file.ts';

type Props<Taken> = {
  label: string;
  hint: string;
  /** Where the file is sent; its name and the chosen vendor are added. */
  to: { path: string; query?: Readonly<Record<string, string>> };
  /** Those whose rows it may hold; null = they are of no vendor. */
  vendors: readonly Choice[] | null;
  /** What became of it, as a sentence. */
  said: (taken: Taken) => string;
};

const fromFile = '';

/** A file of rows, taken whole or not at all, and what became of them. */
export function TableFileForm<Taken extends { warnings: string[] }>(props: Props<Taken>) {
  const { label, hint, to, vendors, said } = props;
  const t = useTranslations('ui.inputs');
  const router = useRouter();
  const [vendor, setVendor] = useState(fromFile);
  const addressOf = (fileName: string) =>
    `${to.path}?${new URLSearchParams({ ...to.query, fileName, ...(vendors && vendor && { vendor }) })}`;
  const { choose, submit, busy, taken, failure } = useFile<Taken>(addressOf, () => router.refresh());

  return (
    <form onSubmit={submit} className="space-y-4" aria-label={label}>
      {failure && <FailureNote failure={failure} />}
      {vendors && (
        <Select
          label={t('fields.vendor')}
          options={[
            { value: fromFile, label: t('vendorFromFile') },
            ...vendors.map(({ id, label: name }) => ({ value: id, label: name })),
          ]}
          value={vendor}
          onChange={setVendor}
          className="w-full sm:w-64"
        />
      )}
      <FileInput label={t('file')} hint={hint} onChange={choose} />
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" variant="primary" disabled={busy}>
          {t('take')}
        </Button>
        <p role="status" className="text-sm">
          {taken && said(taken)}
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
