'use client';

import { useTranslations } from 'next-intl';
import type { SendFailure } from './send.ts';

/** Why nothing was recorded. */
export function FailureNote({ failure }: { failure: SendFailure }) {
  const t = useTranslations('ui.inputs');
  const { title, detail, errors, faults, status } = failure;
  const whole = faults.filter(({ field }) => field === '');
  return (
    <div role="alert" className="rounded-md border border-failing bg-failing-soft p-3 text-sm">
      <p className="font-semibold text-failing">{title ?? t('failed')}</p>
      <p className="mt-1">{detail ?? (status === 0 ? t('lost') : t('unclear', { status }))}</p>
      <ul className="mt-2 list-disc pl-5 empty:hidden">
        {[...errors, ...whole.map(({ message }) => message)].map((message) => (
          <li key={message} className="wrap-anywhere">
            {message}
          </li>
        ))}
      </ul>
    </div>
  );
}
