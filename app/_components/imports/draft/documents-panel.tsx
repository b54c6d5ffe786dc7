'use client';

import { useTranslations } from 'next-intl';
import { Panel } from '../../ui/panel.tsx';
import type { SaidDocument } from './said-preview.ts';
import type { Draft } from './use-draft.ts';

/** What each of the delivered files is, and what its times mean. */
export function DocumentsPanel({ draft: { preview } }: { draft: Draft }) {
  const t = useTranslations('ui.draft');
  const { documents, table } = preview;
  return (
    <Panel aria-label={t('what')}>
      <h2 className="px-4 py-3 font-semibold">{t('what')}</h2>
      <ul className="divide-y divide-line border-line border-t">
        {documents.map((document, index) => (
          <li key={`${String(index)} ${document.name}`} className="space-y-2 px-4 py-3 text-sm">
            {documents.length > 1 && <p className="wrap-anywhere font-medium">{document.name}</p>}
            {document.problem !== null ? (
              <p role="alert" className="wrap-anywhere text-failing">
                {document.problem}
              </p>
            ) : (
              <Facts document={document} saved={table?.origin === 'saved' ? table.name : null} isRead={preview.ready} />
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

type FactsProps = { document: SaidDocument; saved: string | null; isRead: boolean };

function Facts({ document, saved, isRead }: FactsProps) {
  const [t, upload] = [useTranslations('ui.draft'), useTranslations('ui.upload')];
  const { format, encoding, header, unreported, notes } = document;
  const facts = [
    {
      id: 'format',
      text:
        format === 'mapping' && saved !== null
          ? t('savedMapping', { name: saved })
          : upload(`format.${format ?? 'unknown'}`),
    },
    ...(encoding === null ? [] : [{ id: 'encoding' as const, text: t(`encodings.${encoding}`) }]),
    ...(header === null
      ? []
      : [{ id: 'header' as const, text: t('columns', { count: header.length, names: header.join(', ') }) }]),
  ] as const;
  const meaning = [...unreported.map((part) => t(`unreported.${part}`)), ...notes];
  return (
    <dl className="grid gap-x-6 gap-y-1.5 sm:grid-cols-[9rem_1fr]">
      {facts.map(({ id, text }) => (
        <div key={id} className="contents">
          <dt className="text-muted max-sm:mt-1">{t(`fact.${id}`)}</dt>
          <dd className="wrap-anywhere">{text}</dd>
        </div>
      ))}
      <dt className="text-muted max-sm:mt-1">{t('fact.metrics')}</dt>
      <dd className="space-y-0.5 text-pretty">
        {meaning.map((sentence) => (
          <p key={sentence} className="first-letter:uppercase">
            {sentence}
          </p>
        ))}
        {meaning.length === 0 && t(isRead ? 'allReported' : 'notReadYet')}
      </dd>
    </dl>
  );
}
