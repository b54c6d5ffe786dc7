'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Button, buttonStyle } from '../ui/button.tsx';

export type FailureProps = { error: unknown; retry: () => void };

/** A page that could not be made: what happened, what was not changed, what to do. */
export function Failure({ error, retry }: FailureProps) {
  const t = useTranslations('ui.error');
  const reference = referenceOf(error);
  return (
    <div className="mx-auto max-w-xl py-16" role="alert">
      <h1 className="font-semibold text-xl">{t('title')}</h1>
      <p className="mt-3">{t('what')}</p>
      <p className="mt-1">{t('unchanged')}</p>
      <p className="mt-1">{t('todo')}</p>
      {reference && (
        <p className="mt-4 text-muted text-sm">
          {t('reference')} <code className="select-all rounded-sm bg-sunken px-1.5 py-0.5 text-ink">{reference}</code>
        </p>
      )}
      <div className="mt-6 flex gap-2">
        <Button variant="primary" onClick={retry}>
          {t('retry')}
        </Button>
        <Link href="/" className={buttonStyle()}>
          {t('home')}
        </Link>
      </div>
    </div>
  );
}

/** The digest that the server wrote beside the error in its output. */
function referenceOf(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('digest' in error)) return null;
  return String(error.digest);
}
