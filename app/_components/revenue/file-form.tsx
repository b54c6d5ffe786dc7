'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { RevenueImported } from '#operations';
import type { Choice } from '#views';
import { FailureNote } from '../inputs/failure-note.tsx';
import { useFile } from '../inputs/use-file.ts';
import { Button } from '../ui/button.tsx';
import { FileInput } from '../ui/file-input.tsx';
import { Select } from '../ui/select.tsx';

type Taken = Omit<RevenueImported, 'warnings'> & { warnings: string[] };

const fromFile = '';

/** A file of events, taken whole or not at all, and what became of them. */
export function FileForm({ vendors }: { vendors: readonly Choice[] }) {
  const t = useTranslations('ui.revenue');
  const router = useRouter();
  const [vendor, setVendor] = useState(fromFile);
  const addressOf = (fileName: string) =>
    `/revenue/upload?${new URLSearchParams({ fileName, ...(vendor && { vendor }) })}`;
  const { choose, submit, busy, taken, failure } = useFile<Taken>(addressOf, () => router.refresh());

  return (
    <form onSubmit={submit} className="space-y-4" aria-label={t('upload')}>
      {failure && <FailureNote failure={failure} />}
      <Select
        label={t('vendor')}
        options={[
          { value: fromFile, label: t('vendorFromFile') },
          ...vendors.map(({ id, label }) => ({ value: id, label })),
        ]}
        value={vendor}
        onChange={setVendor}
        className="w-full sm:w-64"
      />
      <FileInput label={t('file')} hint={t('columns')} onChange={choose} />
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" variant="primary" disabled={busy}>
          {t('take')}
        </Button>
        <p role="status" className="text-sm">
          {taken && `${t('taken', countsOf(taken))} ${t('found', foundOf(taken))}`}
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

function foundOf({ byCallId, byLastTouch, unmatched }: Taken) {
  return { byCallId, byLastTouch, none: Object.values(unmatched).reduce((sum, n) => sum + n, 0) };
}
