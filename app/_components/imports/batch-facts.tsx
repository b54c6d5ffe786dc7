import { getTranslations } from 'next-intl/server';
import type { BatchSummary } from '#views';
import { getSay } from '../report/say.ts';
import { Panel } from '../ui/panel.tsx';
import { batchTexts } from './batch-texts.ts';
import { PhaseList } from './phase-list.tsx';
import { saidBatch } from './said-batch.ts';

const counts = ['rows', 'inserted', 'updated', 'unchanged', 'repeated', 'rejected', 'days', 'seconds'] as const;
const phases = ['waiting', 'checking', 'reading', 'joining', 'storing', 'rolling_up', 'judging', 'done'] as const;

/** One import in figures, how far it came, and what stopped it. */
export async function BatchFacts({ batch }: { batch: BatchSummary }) {
  const [t, b, phase, say] = [
    await getTranslations('ui.imports'),
    await getTranslations('ui.batch'),
    await getTranslations('ui.upload.phase'),
    await getSay(),
  ];
  const texts = batchTexts(batch, say);
  const { warnings, error } = saidBatch(batch, say);
  return (
    <Panel className="space-y-4 p-4">
      <dl className="grid grid-cols-2 gap-4 sm:grid-cols-4 lg:grid-cols-8">
        {counts.map((id) => (
          <div key={id}>
            <dt className="text-muted text-xs">{t(id)}</dt>
            <dd className={id === 'rejected' && batch.rejected > 0 ? 'text-failing text-lg' : 'text-lg'}>
              {texts[id]}
            </dd>
          </div>
        ))}
      </dl>
      <div>
        <h2 className="mb-2 text-muted text-xs">{b('phases')}</h2>
        <PhaseList
          phases={phases.map((id) => ({ id, label: phase(id) }))}
          current={batch.status === 'done' ? phases.length : phases.indexOf(batch.phase)}
          failed={batch.status === 'failed'}
        />
      </div>
      {warnings.length > 0 && (
        <div className="text-sm">
          <h2 className="mb-1 text-muted text-xs">{b('warnings')}</h2>
          <ul className="list-disc pl-5">
            {warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </div>
      )}
      {error && (
        <div className="rounded-md border border-failing bg-failing-soft p-3 text-sm">
          <h2 className="font-semibold text-failing">{b('error')}</h2>
          <p className="wrap-anywhere mt-1">{error}</p>
          {batch.phase !== 'judging' && <p className="mt-1">{b('kept')}</p>}
        </div>
      )}
    </Panel>
  );
}
