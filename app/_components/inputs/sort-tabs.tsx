import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { type InputSort, inputSorts } from '#views';
import { inputsHref } from './inputs-href.ts';

/** The sorts of inputs; the one that is shown is marked. */
export async function SortTabs({ sort }: { sort: InputSort }) {
  const t = await getTranslations('ui.inputs');
  return (
    <nav aria-label={t('title')} className="flex flex-wrap gap-1 print:hidden">
      {inputSorts.map((own) => (
        <Link
          key={own}
          href={inputsHref(own)}
          aria-current={own === sort ? 'page' : undefined}
          className="rounded-md px-2.5 py-1.5 text-muted text-sm hover:text-ink aria-[current=page]:bg-surface aria-[current=page]:font-medium aria-[current=page]:text-ink aria-[current=page]:outline aria-[current=page]:outline-line pointer-coarse:py-2.5"
        >
          {t(`sorts.${own}`)}
        </Link>
      ))}
    </nav>
  );
}
