'use client';

import { useTranslations } from 'next-intl';
import type { SaidPreview } from './draft/said-preview.ts';
import { recognised, unplaced } from './upload/delivery.ts';

/** What a delivery is, how much of it was looked at, and what is to be looked at before it is imported. */
export function RecognisedText({ preview }: { preview: SaidPreview }) {
  const t = useTranslations('ui.upload');
  const { counts, whole, table, dispositions, documents } = preview;
  const kind = recognised(preview);
  const unexplained = dispositions.filter(({ outcome }) => outcome === null).length;
  const homeless = unplaced(preview);
  const { records, calls, rejected } = counts;
  const amount = { records, calls, whole: whole ? 'yes' : 'no' };
  return (
    <div className="space-y-1 text-sm">
      {kind === 'unusable' ? (
        documents.flatMap(({ name, problem }) =>
          problem === null
            ? []
            : [
                <p key={name} role="alert" className="wrap-anywhere text-failing">
                  {problem}
                </p>,
              ],
        )
      ) : (
        <p className="text-pretty">
          {kind === 'unknown'
            ? t('unknownTable', { columns: table?.columns.length ?? 0 })
            : t(kind === 'mapped' ? 'mappedTable' : 'knownLog', {
                ...amount,
                named: table?.name ? 'yes' : 'no',
                name: table?.name ?? '',
                format: formatsOf(preview, (format) => t(`format.${format}`)),
              })}
        </p>
      )}
      {(rejected > 0 || unexplained > 0 || homeless > 0) && (
        <ul className="list-disc pl-5 text-at-risk">
          {rejected > 0 && <li>{t('someRejected', { rejected, share: rejected / records })}</li>}
          {unexplained > 0 && <li>{t('someUnexplained', { words: unexplained })}</li>}
          {homeless > 0 && <li>{t('someUnplaced', { words: homeless })}</li>}
        </ul>
      )}
    </div>
  );
}

type Format = NonNullable<SaidPreview['documents'][number]['format']>;

/** The formats of all documents, each once. */
function formatsOf({ documents }: SaidPreview, name: (format: Format) => string): string {
  const formats = new Set(documents.flatMap(({ format }) => format ?? []));
  return [...formats].map(name).join(', ');
}
