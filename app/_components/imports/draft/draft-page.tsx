import { getTranslations } from 'next-intl/server';
import { DRAFT_DAYS } from '#operations';
import { type BatchSummary, importPreview, openSession } from '#views';
import { getSay } from '../../report/say.ts';
import { BatchHead } from '../batch/batch-head.tsx';
import { DraftWizard } from './draft-wizard.tsx';
import { saidPreview } from './said-preview.ts';

/** A delivery on which somebody is to decide, under its name. */
export async function DraftPage({ batch }: { batch: BatchSummary }) {
  const [t, say] = [await getTranslations('ui.draft'), await getSay()];
  const preview = await importPreview(await openSession(), batch.id);
  return (
    <div className="space-y-4">
      <BatchHead batch={batch}>{null}</BatchHead>
      {preview ? (
        <DraftWizard
          id={batch.id}
          keptDays={batch.status === 'draft' ? DRAFT_DAYS : null}
          first={saidPreview(preview, say)}
          zones={Intl.supportedValuesOf('timeZone')}
        />
      ) : (
        <p role="alert" className="rounded-lg border border-failing bg-failing-soft p-4">
          {t('gone')}
        </p>
      )}
    </div>
  );
}
