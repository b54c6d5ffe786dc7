'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { buttonStyle } from '../../ui/button.tsx';
import type { SaidBatch } from '../said-batch.ts';

const counts = ['inserted', 'updated', 'unchanged', 'rejected'] as const;

/** What came of an import, and the way to all of it. */
export function ImportEnd({ batch }: { batch: SaidBatch }) {
  const t = useTranslations('ui.upload');
  const { id, fileName: name, status, error, warnings } = batch;
  return (
    <div role="status" className="space-y-3">
      {status === 'done' ? (
        <Done batch={batch} />
      ) : (
        <div className="rounded-md border border-failing bg-failing-soft p-3 text-sm">
          <p className="font-semibold text-failing">
            {t(status === 'cancelled' ? 'cancelled' : 'failedTitle', { name })}
          </p>
          <p className="wrap-anywhere mt-1">{error}</p>
          <p className="mt-1">{t('nothingStored')}</p>
        </div>
      )}
      {status === 'done' && warnings.length > 0 && (
        <ul className="list-disc pl-5 text-sm">
          {warnings.map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
      )}
      <Link href={`/imports/${id}`} aria-label={t('openImport', { name })} className={buttonStyle()}>
        {t('open')}
      </Link>
    </div>
  );
}

function Done({ batch }: { batch: SaidBatch }) {
  const t = useTranslations('ui.upload');
  const { fileName: name, rows, seconds, repeatOf } = batch;
  if (repeatOf) return <p>{t('sameContent', { name })}</p>;
  return (
    <>
      <p>{t('result', { rows, name, seconds: seconds ?? 0 })}</p>
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
    </>
  );
}
