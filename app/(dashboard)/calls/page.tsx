import { getTranslations } from 'next-intl/server';
import { callsPage, openSession } from '#views';
import { CallsFilters } from '../../_components/calls/calls-filters.tsx';
import { CallsList } from '../../_components/calls/calls-list.tsx';
import { Demonstration } from '../../_components/frame/demonstration.tsx';

export async function generateMetadata() {
  return { title: (await getTranslations('ui.calls'))('title') };
}

export default async function CallsPage({ searchParams }: PageProps<'/calls'>) {
  const given = Object.entries(await searchParams).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '',
  );
  const [t, view] = [
    await getTranslations('ui.calls'),
    await callsPage(await openSession(), Object.fromEntries(given)),
  ];
  return (
    <div className="space-y-5">
      {view?.demonstration && <Demonstration />}
      <div>
        <h1 className="font-semibold text-xl tracking-tight">{t('title')}</h1>
        <p className="mt-1 text-muted text-sm">{t('lead')}</p>
      </div>
      {view === null ? (
        <p className="rounded-lg border border-line bg-surface p-4">{t('none')}</p>
      ) : (
        <>
          <CallsFilters key={JSON.stringify(view.query)} view={view} />
          <CallsList view={view} />
        </>
      )}
    </div>
  );
}
