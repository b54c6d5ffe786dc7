import { getTranslations } from 'next-intl/server';
import { inputsPage, openSession } from '#views';
import { GivePanels } from '../../_components/inputs/give-panels.tsx';
import { inputsQuery } from '../../_components/inputs/inputs-query.ts';
import { InputsTable } from '../../_components/inputs/inputs-table.tsx';
import { LackingPanel } from '../../_components/inputs/lacking-panel.tsx';
import { SortTabs } from '../../_components/inputs/sort-tabs.tsx';

export async function generateMetadata() {
  return { title: (await getTranslations('ui.inputs'))('title') };
}

export default async function InputsPage({ searchParams }: PageProps<'/inputs'>) {
  const t = await getTranslations('ui.inputs');
  const view = await inputsPage(await openSession(), inputsQuery(await searchParams));
  const scoped = view.sort !== 'indices' && view.sort !== 'rates';
  return (
    <div className="space-y-4">
      <div>
        <h1 className="font-semibold text-xl tracking-tight">{t('title')}</h1>
        <p className="mt-1 text-muted text-sm">{t('lead')}</p>
      </div>
      <LackingPanel lacking={view.lacking} />
      <SortTabs sort={view.sort} />
      {scoped && view.vendors.length === 0 ? (
        <p className="rounded-lg border border-line bg-surface p-4 text-sm">{t('noVendors')}</p>
      ) : (
        <GivePanels view={view} />
      )}
      <InputsTable view={view} />
    </div>
  );
}
