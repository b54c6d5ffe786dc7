import { FileDown } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { type InputsView, inputTemplate } from '#views';
import { buttonStyle } from '../ui/button.tsx';
import { Panel } from '../ui/panel.tsx';
import { FileForm } from './file-form.tsx';
import { RecordForm } from './record-form.tsx';

/** The two ways to give inputs: a row typed, a file. */
export async function GivePanels({ view: { sort, vendors, programs } }: { view: InputsView }) {
  const t = await getTranslations('ui.inputs');
  const columns = inputTemplate(sort);
  return (
    <div className="grid gap-4 xl:grid-cols-2 print:hidden">
      <Panel className="p-4">
        <h2 className="mb-3 font-semibold">{t('type')}</h2>
        <RecordForm key={sort} sort={sort} vendors={vendors} programs={programs} />
      </Panel>
      <Panel className="p-4">
        <div className="mb-3 flex flex-wrap items-center justify-between gap-2">
          <h2 className="font-semibold">{t('upload')}</h2>
          {columns && (
            <a href={`/inputs/template.csv?sort=${sort}`} download className={buttonStyle()}>
              <FileDown aria-hidden className="size-4 text-muted" />
              {t('template')}
            </a>
          )}
        </div>
        {columns && <p className="wrap-anywhere mb-3 font-mono text-muted text-xs">{columns.join(',')}</p>}
        <FileForm key={sort} sort={sort} vendors={vendors} />
      </Panel>
    </div>
  );
}
