import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { contractsPage, openSession } from '#views';
import { ContractList } from '../../_components/contracts/contract-list.tsx';
import { ImportPanel } from '../../_components/contracts/import-panel.tsx';
import { Demonstration } from '../../_components/frame/demonstration.tsx';
import { ExportLinks } from '../../_components/report/export-links.tsx';
import { buttonStyle } from '../../_components/ui/button.tsx';

export async function generateMetadata() {
  return { title: (await getTranslations('ui.contracts'))('title') };
}

export default async function ContractsPage() {
  const [t, view] = [await getTranslations('ui.contracts'), await contractsPage(await openSession())];
  return (
    <div className="space-y-5">
      {view.demonstration && <Demonstration />}
      <div className="flex flex-wrap items-center gap-2">
        <h1 className="mr-auto font-semibold text-xl tracking-tight">{t('title')}</h1>
        {view.vendors.length > 0 && (
          <Link href="/contracts/new" className={buttonStyle({ variant: 'primary' })}>
            {t('new')}
          </Link>
        )}
        <a href="/contracts/export.yaml" download className={buttonStyle({ className: 'px-2.5 text-xs' })}>
          {t('yamlAll')}
        </a>
        <ExportLinks base="/contracts/export" />
      </div>
      <ContractList view={view} />
      <ImportPanel />
    </div>
  );
}
