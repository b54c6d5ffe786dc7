import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { batchPage, openSession } from '#views';
import { BatchActions } from '../../../_components/imports/batch/batch-actions.tsx';
import { BatchDelivery } from '../../../_components/imports/batch/batch-delivery.tsx';
import { BatchFacts } from '../../../_components/imports/batch/batch-facts.tsx';
import { BatchHead } from '../../../_components/imports/batch/batch-head.tsx';
import { BatchLive } from '../../../_components/imports/batch/batch-live.tsx';
import { QualityAwaited } from '../../../_components/imports/batch/quality-awaited.tsx';
import { RejectsPanel } from '../../../_components/imports/batch/rejects-panel.tsx';
import { DraftPage } from '../../../_components/imports/draft/draft-page.tsx';
import { QualityPanel } from '../../../_components/imports/quality-panel.tsx';

export async function generateMetadata() {
  return { title: (await getTranslations('ui.imports'))('title') };
}

export default async function BatchPage({ params, searchParams }: PageProps<'/imports/[id]'>) {
  const [{ id }, { read, reason }] = [await params, await searchParams];
  const view = await batchPage(await openSession(), id, { reason: typeof reason === 'string' ? reason : undefined });
  if (!view) notFound();
  const { batch, kept, undoing, assessing } = view;
  const retried = kept && (batch.status === 'failed' || batch.status === 'cancelled');
  if (batch.status === 'draft' || (retried && read === 'anew')) return <DraftPage batch={batch} />;
  const isLive = batch.status === 'queued' || batch.status === 'running';
  return (
    <div className="space-y-5">
      <BatchHead batch={batch}>
        <BatchActions id={id} status={batch.status} kept={kept} undoing={undoing !== null} />
      </BatchHead>
      {(isLive || undoing) && (
        <BatchLive id={id} name={batch.fileName} waiting={batch.status === 'queued'} undoing={undoing} />
      )}
      {!isLive && (
        <>
          <BatchFacts view={view} />
          {(batch.status === 'done' || batch.rejected > 0) && <RejectsPanel view={view} />}
          <BatchDelivery batch={batch} />
          {batch.status === 'done' && <QualityPanel batch={id} />}
          {assessing && <QualityAwaited job={assessing} />}
        </>
      )}
    </div>
  );
}
