import { ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { mappingsPage, openSession } from '#views';
import { MappingList } from '../../../_components/imports/mapping/mapping-list.tsx';

export async function generateMetadata() {
  return { title: (await getTranslations('ui.mapping'))('savedTitle') };
}

export default async function MappingsPage() {
  const [t, i] = [await getTranslations('ui.mapping'), await getTranslations('ui.imports')];
  const mappings = await mappingsPage(await openSession());
  return (
    <div className="space-y-5">
      <div>
        <p className="flex items-center gap-x-1.5 text-muted text-sm">
          <Link href="/imports" className="hover:text-ink hover:underline">
            {i('title')}
          </Link>
          <ChevronRight aria-hidden className="size-3.5" />
        </p>
        <h1 className="mt-1 font-semibold text-xl tracking-tight">{t('savedTitle')}</h1>
        <p className="mt-1 max-w-3xl text-pretty text-muted text-sm">{t('savedLead')}</p>
      </div>
      <MappingList mappings={mappings} />
    </div>
  );
}
