import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { buttonStyle } from '../ui/button.tsx';

/** The way to what a total still lacks. */
export async function MissingInputs() {
  const t = await getTranslations('ui.statement');
  return (
    <Link href="/inputs" className={buttonStyle({ variant: 'primary', className: 'mt-4' })}>
      {t('addInputs')}
    </Link>
  );
}
