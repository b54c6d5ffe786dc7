import Link from 'next/link';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { batchPage, openSession } from '#views';
import { BatchFacts } from '../../../_components/imports/batch-facts.tsx';
import { RejectTable } from '../../../_components/imports/reject-table.tsx';
import { StatusBadge } from '../../../_components/imports/status-badge.tsx';

export async function generateMetadata() {
  return { title: (await getTranslations('ui.imports'))('title') };
}

export default async function BatchPage({ params }: PageProps<'/imports/[id]'>) {
  const [t, view] = [await getTranslations('ui.imports'), await batchPage(await openSession(), (await params).id)];
  if (!view) notFound();
  const { batch } = view;
  return (
    <div className="space-y-5">
      <div>
        <Link href="/imports" className="text-muted text-sm hover:text-ink hover:underline">
          {t('title')}
        </Link>
        <h1 className="wrap-anywhere font-semibold text-xl tracking-tight">{batch.fileName}</h1>
        <p className="mt-1 flex flex-wrap gap-x-3 text-muted text-sm">
          <Link href={`/vendors/${encodeURIComponent(batch.vendor)}`} className="text-accent hover:underline">
            {batch.vendorName}
          </Link>
          <span>{batch.format}</span>
          <StatusBadge status={batch.status} />
        </p>
      </div>
      <BatchFacts batch={batch} />
      <RejectTable {...view} />
    </div>
  );
}
