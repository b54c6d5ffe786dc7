import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';

const steps = ['declare', 'import', 'contract'] as const;

/** Before the first call: the three steps to figures, each with its command. */
export async function EmptyState() {
  const t = await getTranslations('ui.empty');
  const link = (text: ReactNode) => (
    <Link href="/imports" className="text-accent underline underline-offset-4">
      {text}
    </Link>
  );
  return (
    <div className="mx-auto max-w-3xl py-8">
      <h1 className="font-semibold text-2xl tracking-tight">{t('title')}</h1>
      <p className="mt-2 text-pretty text-muted">{t('lead')}</p>
      <ol className="mt-6 space-y-3">
        {steps.map((step, index) => (
          <li key={step} className="grid grid-cols-[1.75rem_1fr] gap-x-3 rounded-lg border border-line bg-surface p-4">
            <span className="flex size-7 items-center justify-center rounded-full bg-accent-soft font-semibold text-accent text-sm">
              {index + 1}
            </span>
            <div className="min-w-0">
              <h2 className="font-semibold">{t(`${step}.title`)}</h2>
              <p className="mt-0.5 text-muted text-sm">
                {step === 'import' ? t.rich('import.text', { link }) : t(`${step}.text`)}
              </p>
              <pre className="wrap-anywhere mt-2 whitespace-pre-wrap rounded-md bg-sunken px-3 py-2 text-xs">
                <code className="select-all">{t(`${step}.command`)}</code>
              </pre>
            </div>
          </li>
        ))}
      </ol>
    </div>
  );
}
