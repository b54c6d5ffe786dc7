import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import type { InputsView } from '#views';
import { getSay } from '../report/say.ts';
import { inputsHref } from './inputs-href.ts';

/** What contracts lack, each with the way to where it can be given. */
export async function LackingPanel({ lacking }: Pick<InputsView, 'lacking'>) {
  const [t, say] = [await getTranslations('ui.inputs'), await getSay()];
  if (lacking.length === 0)
    return (
      <p className="rounded-lg border border-line bg-surface px-4 py-3 text-sm">
        <span className="font-medium text-healthy">{t('complete')}</span> {t('completeText')}
      </p>
    );
  return (
    <section aria-label={t('lacking')} className="rounded-lg border border-at-risk bg-at-risk-soft px-4 py-3">
      <h2 className="font-semibold text-at-risk">{t('lacking')}</h2>
      <ul className="mt-1 space-y-1 text-sm">
        {lacking.map(({ sort, text }) => (
          <li key={JSON.stringify(text)} className="text-pretty">
            {say(text)}{' '}
            <Link href={inputsHref(sort)} className="whitespace-nowrap text-accent underline underline-offset-4">
              {t('give', { sort: t(`sorts.${sort}`) })}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
