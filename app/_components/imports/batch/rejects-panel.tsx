import { Download } from 'lucide-react';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { unknownText } from '#format';
import type { BatchView } from '#views';
import { getSay } from '../../report/say.ts';
import { buttonStyle } from '../../ui/button.tsx';
import { cn } from '../../ui/class-names.ts';
import { Panel } from '../../ui/panel.tsx';

/** What was not taken: why, how often, which rows, and the way to mend them and send them again. */
export async function RejectsPanel({ view }: { view: BatchView }) {
  const t = await getTranslations('ui.batch');
  const { batch } = view;
  if (batch.rejected === 0)
    return (
      <Panel className="p-4">
        <h2 className="font-semibold">{t('rejects')}</h2>
        <p className="mt-1 text-muted text-sm">{t('noRejects')}</p>
      </Panel>
    );
  return (
    <Panel aria-label={t('rejects')}>
      <div className="flex flex-wrap items-center gap-2 px-4 py-3">
        <h2 className="mr-auto font-semibold">{t('rejects')}</h2>
        <MendLinks view={view} />
      </div>
      <Reasons view={view} />
      <Rows view={view} />
    </Panel>
  );
}

async function MendLinks({ view: { batch, mendable } }: { view: BatchView }) {
  const t = await getTranslations('ui.batch');
  const { id, vendor } = batch;
  return (
    <>
      {mendable.map(({ file, name }) => (
        <a
          key={file}
          href={`/imports/${id}/rejected-rows.csv?file=${file}`}
          download
          className={buttonStyle({ variant: 'primary' })}
        >
          <Download aria-hidden className="size-4" />
          {mendable.length > 1 ? t('mendOf', { name }) : t('mend')}
        </a>
      ))}
      <a href={`/imports/${id}/rejects.csv`} download className={buttonStyle()}>
        <Download aria-hidden className="size-4 text-muted" />
        {t('allRejects')}
      </a>
      {vendor !== '' && (
        <Link href={`/imports?like=${id}`} className={buttonStyle()}>
          {t('sendAgain')}
        </Link>
      )}
      <p className="w-full text-pretty text-muted text-sm">{t(mendable.length > 0 ? 'mendHint' : 'mendAtSource')}</p>
    </>
  );
}

async function Reasons({ view: { batch, reasons, reason: chosen } }: { view: BatchView }) {
  const [t, say] = [await getTranslations('ui.batch'), await getSay()];
  return (
    <div className="border-line border-t">
      <h3 className="px-4 pt-3 pb-1 text-muted text-xs">{t('reasons')}</h3>
      <ul className="pb-2 text-sm">
        {reasons.map(({ id: key, column, rows, reason }) => {
          const query = chosen === key ? '' : `?${new URLSearchParams({ reason: key })}`;
          return (
            <li key={key}>
              <Link
                href={`/imports/${batch.id}${query}`}
                scroll={false}
                aria-current={chosen === key ? 'true' : undefined}
                className={cn(
                  'grid grid-cols-[5rem_minmax(0,1fr)] gap-3 px-4 py-1.5 hover:bg-sunken/60',
                  chosen === key && 'bg-accent-soft',
                )}
              >
                <span className="text-right font-medium tabular-nums">{t('number', { n: rows })}</span>
                <span className="wrap-anywhere">
                  {column && <code className="mr-1.5">{column}</code>}
                  {say(reason)}
                </span>
              </Link>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

async function Rows({ view: { batch, rejects, reasons, reason: chosen } }: { view: BatchView }) {
  const [t, say] = [await getTranslations('ui.batch'), await getSay()];
  const several = batch.documents.length > 1;
  const all = chosen === null ? batch.rejected : (reasons.find(({ id }) => id === chosen)?.rows ?? 0);
  return (
    <>
      <ul className="divide-y divide-line border-line border-t text-sm">
        {rejects.map(({ file, row, column, value, reason }) => (
          <li
            key={`${file} ${row} ${column} ${reason.key}`}
            className="grid gap-x-4 px-4 py-2 sm:grid-cols-[minmax(6rem,auto)_minmax(0,14rem)_1fr]"
          >
            <span className="wrap-anywhere text-muted">
              {t('row')} {row}
              {several && <span className="block text-xs">{batch.documents[file - 1]?.name}</span>}
            </span>
            <span className="wrap-anywhere">
              {column ?? t('wholeRow')}: <code>{value ?? unknownText}</code>
            </span>
            <span>{say(reason)}</span>
          </li>
        ))}
      </ul>
      {(chosen !== null || batch.rejected > rejects.length) && (
        <p className="border-line border-t px-4 py-2.5 text-muted text-sm">
          {t(chosen === null ? 'first' : 'firstOfReason', { shown: rejects.length, all })}
        </p>
      )}
    </>
  );
}
