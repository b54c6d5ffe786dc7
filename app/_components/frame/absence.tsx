import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { buttonStyle } from '../ui/button.tsx';

/** An address without a page. */
export async function Absence() {
  const t = await getTranslations('ui.notFound');
  return (
    <div className="mx-auto max-w-xl py-16">
      <h1 className="font-semibold text-xl">{t('title')}</h1>
      <p className="mt-2 text-muted">{t('text')}</p>
      <Link href="/" className={buttonStyle({ className: 'mt-6' })}>
        {t('home')}
      </Link>
    </div>
  );
}
