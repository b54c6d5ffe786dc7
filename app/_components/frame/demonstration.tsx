import Link from 'next/link';
import { getTranslations } from 'next-intl/server';

/** Says that what is shown is invented. */
export async function Demonstration() {
  const t = await getTranslations('ui.frame');
  return (
    <p className="mb-4 rounded-md border border-line bg-accent-soft px-3 py-2 text-sm">
      {t('demonstration')}{' '}
      <Link href="/imports" className="font-medium text-accent underline underline-offset-4">
        {t('demonstrationAction')}
      </Link>
    </p>
  );
}
