import { FileDown } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import type { Choice } from '#views';
import { buttonStyle } from '../ui/button.tsx';
import { Panel } from '../ui/panel.tsx';
import { FileForm } from './file-form.tsx';

type Props = { vendors: readonly Choice[]; columns: readonly string[] };

/** A file of events, with the columns that it has. */
export async function UploadPanel({ vendors, columns }: Props) {
  const t = await getTranslations('ui.revenue');
  return (
    <Panel className="p-4 print:hidden">
      <div className="mb-3 flex flex-wrap items-center justify-between gap-2">
        <h2 className="font-semibold">{t('upload')}</h2>
        <a href="/revenue/template.csv" download className={buttonStyle()}>
          <FileDown aria-hidden className="size-4 text-muted" />
          {t('template')}
        </a>
      </div>
      <p className="wrap-anywhere mb-3 font-mono text-muted text-xs">{columns.join(',')}</p>
      <FileForm vendors={vendors} />
    </Panel>
  );
}
