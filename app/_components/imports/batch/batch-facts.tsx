import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import type { BatchLink, BatchView } from '#views';
import { getSay } from '../../report/say.ts';
import { cn } from '../../ui/class-names.ts';
import { Panel } from '../../ui/panel.tsx';
import { batchTexts, instantHere } from '../batch-texts.ts';
import { PhaseList } from '../phase-list.tsx';

const counts = [
  'rows',
  'calls',
  'inserted',
  'updated',
  'unchanged',
  'repeated',
  'rejected',
  'days',
  'seconds',
] as const;
const phases = ['waiting', 'checking', 'reading', 'joining', 'storing', 'rolling_up', 'judging', 'done'] as const;

/** One import in figures, what its reader noticed, and what stopped it or took it back. */
export async function BatchFacts({ view }: { view: BatchView }) {
  const { batch, repeatOf, repeats } = view;
  const [t, b, say] = [await getTranslations('ui.imports'), await getTranslations('ui.batch'), await getSay()];
  const texts = batchTexts(batch, say);
  // What is not reported stands with what its times mean.
  const warnings = batch.warnings.filter(({ key }) => key !== 'importWarnings.unreported_time').map((own) => say(own));
  const shown = batch.notCalls > 0 ? ([...counts.slice(0, 2), 'notCalls', ...counts.slice(2)] as const) : counts;
  return (
    <Panel className="space-y-4 p-4" aria-label={b('figures')}>
      <BatchEnd view={view} />
      {repeatOf && (
        <p className="text-pretty text-sm">
          {b('repeatOf')} <ImportLink link={repeatOf} />
        </p>
      )}
      {repeats.length > 0 && (
        <div className="text-sm">
          <p>{b('repeats', { count: repeats.length })}</p>
          <ul className="list-disc pl-5">
            {repeats.map((link) => (
              <li key={link.id}>
                <ImportLink link={link} />
              </li>
            ))}
          </ul>
        </div>
      )}
      <dl className="grid grid-cols-2 gap-4 sm:grid-cols-3 lg:grid-cols-5 xl:grid-cols-10">
        {shown.map((id) => (
          <div key={id}>
            <dt className="text-muted text-xs">{t(id)}</dt>
            <dd className={cn('text-lg', id === 'rejected' && batch.rejected > 0 && 'text-failing')}>{texts[id]}</dd>
          </div>
        ))}
      </dl>
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
    </Panel>
  );
}

/** What an import ended in, where it is not simply done. */
async function BatchEnd({ view: { batch, kept } }: { view: BatchView }) {
  const [b, phase, say] = [await getTranslations('ui.batch'), await getTranslations('ui.upload.phase'), await getSay()];
  const { status, undoneAt, undoneBy } = batch;
  if (status === 'undone')
    return (
      <p className="rounded-md border border-line bg-sunken p-3 text-sm">
        {b('undone', { at: undoneAt === null ? '' : instantHere(undoneAt, say), by: undoneBy ?? '' })}
      </p>
    );
  if (status !== 'failed' && status !== 'cancelled') return null;
  const failed = status === 'failed';
  return (
    <div
      className={cn(
        'rounded-md border p-3 text-sm',
        failed ? 'border-failing bg-failing-soft' : 'border-line bg-sunken',
      )}
    >
      <h2 className={cn('font-semibold', failed && 'text-failing')}>{b(failed ? 'error' : 'cancelled')}</h2>
      {failed && batch.error && <p className="wrap-anywhere mt-1">{say(batch.error)}</p>}
      <p className="mt-1">
        {b('kept')} {b(kept ? 'filesKept' : 'filesGone')}
      </p>
      {failed && (
        <div className="mt-3">
          <PhaseList
            phases={phases.map((id) => ({ id, label: phase(id) }))}
            current={phases.indexOf(batch.phase)}
            failed
          />
        </div>
      )}
    </div>
  );
}

async function ImportLink({ link: { id, fileName, startedAt } }: { link: BatchLink }) {
  const say = await getSay();
  return (
    <Link href={`/imports/${id}`} className="wrap-anywhere text-accent underline underline-offset-4">
      {fileName}, {instantHere(startedAt, say)}
    </Link>
  );
}
