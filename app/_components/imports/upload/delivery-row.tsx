'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Button, buttonStyle } from '../ui/button.tsx';
import type { SaidBatch } from './said-batch.ts';
import type { UploadResult } from './upload-result.ts';

const counts = ['inserted', 'updated', 'unchanged', 'rejected'] as const;

/** What came of an import. */
export function UploadSuccess({ batch, onAnother }: { batch: SaidBatch; onAnother: () => void }) {
  const t = useTranslations('ui.upload');
  return (
    <div role="status" className="space-y-4">
      <p>{t('result', { rows: batch.rows, name: batch.fileName, seconds: batch.seconds ?? 0 })}</p>
      <dl className="grid grid-cols-2 gap-4 sm:flex sm:gap-10">
        {counts.map((count) => (
          <div key={count}>
            <dd className={count === 'rejected' && batch.rejected > 0 ? 'text-failing text-xl' : 'text-xl'}>
              {t('number', { n: batch[count] })}
            </dd>
            <dt className="text-muted text-sm">{t(count)}</dt>
          </div>
        ))}
      </dl>
      {batch.warnings.length > 0 && (
        <ul className="list-disc pl-5 text-sm">
          {batch.warnings.map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
      )}
      <div className="flex flex-wrap gap-2">
        <Link href={`/imports/${batch.id}`} className={buttonStyle({ variant: 'primary' })}>
          {t('open')}
        </Link>
        <Button onClick={onAnother}>{t('another')}</Button>
      </div>
    </div>
  );
}

type Failure = Extract<UploadResult, { kind: 'failed' }>;

/** Why an import came to nothing. */
export function UploadFailure({ failure }: { failure: Failure }) {
  const t = useTranslations('ui.upload');
  const { title, detail, errors, status } = failure;
  return (
    <div role="alert" className="mb-4 rounded-md border border-failing bg-failing-soft p-3 text-sm">
      <p className="font-semibold text-failing">{title ?? t('failedTitle')}</p>
      <p className="mt-1">{detail ?? (status === 0 ? t('lost') : t('unclear', { status }))}</p>
      {errors.length > 0 && (
        <ul className="mt-2 list-disc pl-5">
          {errors.map((error) => (
            <li key={error}>{error}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
