import { getTranslations } from 'next-intl/server';
import { importsPage, openSession } from '#views';
import { BatchTable } from '../../_components/imports/batch-table.tsx';
import { UploadPanel } from '../../_components/imports/upload-panel.tsx';
import { Panel } from '../../_components/ui/panel.tsx';

export async function generateMetadata() {
  return { title: (await getTranslations('ui.imports'))('title') };
}

export default async function ImportsPage() {
  const [t, { vendors, batches }] = [await getTranslations('ui.imports'), await importsPage(await openSession())];
  return (
    <div className="space-y-5">
      <div>
        <h1 className="font-semibold text-xl tracking-tight">{t('title')}</h1>
        <p className="mt-1 text-muted text-sm">{t('lead')}</p>
      </div>
      {vendors.length === 0 ? (
        <p className="rounded-lg border border-line bg-surface p-4">{t('noVendors')}</p>
      ) : (
        <UploadPanel vendors={vendors} zones={Intl.supportedValuesOf('timeZone')} />
      )}
      <Panel>
        <h2 className="px-4 py-3 font-semibold">{t('history')}</h2>
        <BatchTable batches={batches} />
      </Panel>
    </div>
  );
}
