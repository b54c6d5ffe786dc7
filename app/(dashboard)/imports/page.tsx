import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { importsPage, openSession } from '#views';
import { BatchFilters } from '../../_components/imports/batch-filters.tsx';
import { BatchTable } from '../../_components/imports/batch-table.tsx';
import { UploadPanel } from '../../_components/imports/upload/upload-panel.tsx';
import { buttonStyle } from '../../_components/ui/button.tsx';
import { Panel } from '../../_components/ui/panel.tsx';

export async function generateMetadata() {
  return { title: (await getTranslations('ui.imports'))('title') };
}

/** One value of each of these from the query of the page. */
function only<Name extends string>(query: Record<string, string | string[] | undefined>, names: readonly Name[]) {
  const given = names.flatMap((name) =>
    typeof query[name] === 'string' && query[name] !== '' ? [[name, query[name]]] : [],
  );
  return Object.fromEntries(given) as Partial<Record<Name, string>>;
}

export default async function ImportsPage({ searchParams }: PageProps<'/imports'>) {
  const [t, query] = [await getTranslations('ui.imports'), await searchParams];
  const view = await importsPage(await openSession(), only(query, ['vendor', 'status', 'like']));
  return (
    <div className="space-y-5">
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
        <div className="mr-auto">
          <h1 className="font-semibold text-xl tracking-tight">{t('title')}</h1>
          <p className="mt-1 text-pretty text-muted text-sm">{t('lead')}</p>
        </div>
        <Link href="/imports/mappings" className={buttonStyle()}>
          {t('mappings')}
        </Link>
      </div>
      {view.vendors.length === 0 ? (
        <p className="rounded-lg border border-line bg-surface p-4">{t('noVendors')}</p>
      ) : (
        <UploadPanel
          key={view.like?.id}
          vendors={view.vendors}
          zones={Intl.supportedValuesOf('timeZone')}
          like={view.like}
        />
      )}
      <Panel>
        <div className="flex flex-wrap items-end gap-x-4 gap-y-2 px-4 py-3">
          <h2 className="mr-auto font-semibold">{t('history')}</h2>
          <BatchFilters view={view} />
        </div>
        <BatchTable view={view} />
      </Panel>
    </div>
  );
}
