import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { buttonStyle } from './_components/ui/button.tsx';

export default async function NotFound() {
  const t = await getTranslations('ui.notFound');
  return (
    <main className="mx-auto max-w-xl px-4 py-24">
      <h1 className="font-semibold text-xl">{t('title')}</h1>
      <p className="mt-2 text-muted">{t('text')}</p>
      <Link href="/" className={buttonStyle({ className: 'mt-6' })}>
        {t('home')}
      </Link>
    </main>
  );
}
