import { getTranslations } from 'next-intl/server';
import type { BatchSummary } from '#views';
import { getSay } from '../../report/say.ts';
import { Panel } from '../../ui/panel.tsx';
import { sizeOf } from '../upload/size-of.ts';

/** What was delivered, how it was read, and what the vendor's times mean. */
export async function BatchDelivery({ batch }: { batch: BatchSummary }) {
  const [b, u, d, say] = [
    await getTranslations('ui.batch'),
    await getTranslations('ui.upload'),
    await getTranslations('ui.draft'),
    await getSay(),
  ];
  const { files, documents, metrics, options } = batch;
  const meaning = metrics
    ? [...metrics.unreported.map((part) => d(`unreported.${part}`)), ...metrics.notes.map((note) => say(note))]
    : [];
  const read = [
    ...(options.program === null ? [] : [b('readProgram', { program: options.program })]),
    ...(options.timezone === null ? [] : [b('readZone', { zone: options.timezone })]),
    ...(options.mapping === null
      ? []
      : [b('readMapping', { named: options.mapping.name ? 'yes' : 'no', name: options.mapping.name ?? '' })]),
    ...(options.strict ? [b('readStrict')] : []),
  ];
  return (
    <Panel className="grid gap-x-8 gap-y-4 p-4 text-sm md:grid-cols-3" aria-label={b('delivery')}>
      <div className="min-w-0">
        <h2 className="mb-1 text-muted text-xs">{b('files')}</h2>
        <ul className="space-y-0.5">
          {files.map(({ name, size }, index) => (
            <li key={`${String(index)} ${name}`} className="wrap-anywhere">
              {name} {size !== null && <span className="text-muted">{u('size', sizeOf(size))}</span>}
            </li>
          ))}
        </ul>
        {documents.length > files.length && (
          <ul className="mt-1 space-y-0.5 border-line border-l pl-3 text-muted">
            {documents.map(({ name, format }, index) => (
              <li key={`${String(index)} ${name}`} className="wrap-anywhere">
                {name}: {u(`format.${format}`)}
              </li>
            ))}
          </ul>
        )}
      </div>
      <div>
        <h2 className="mb-1 text-muted text-xs">{b('read')}</h2>
        {read.length === 0 ? b('readAsSaid') : read.map((sentence) => <p key={sentence}>{sentence}</p>)}
      </div>
      <div>
        <h2 className="mb-1 text-muted text-xs">{b('metrics')}</h2>
        {metrics === null
          ? b('metricsUnknown')
          : meaning.length === 0
            ? d('allReported')
            : meaning.map((sentence) => (
                <p key={sentence} className="first-letter:uppercase">
                  {sentence}
                </p>
              ))}
      </div>
    </Panel>
  );
}
