import { Download } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { unknownText } from '#format';
import type { BatchView } from '#views';
import { getSay } from '../report/say.ts';
import { buttonStyle } from '../ui/button.tsx';
import { Panel } from '../ui/panel.tsx';

/** The first rows that were not taken, each with the reason. */
export async function RejectTable({ batch, rejects }: BatchView) {
  const [t, say] = [await getTranslations('ui.batch'), await getSay()];
  return (
    <Panel>
      <div className="flex flex-wrap items-center justify-between gap-2 px-4 py-3">
        <h2 className="font-semibold">{t('rejects')}</h2>
        {batch.rejected > 0 && (
          <a href={`/imports/${batch.id}/rejects.csv`} download className={buttonStyle()}>
            <Download aria-hidden className="size-4 text-muted" />
            {t('allRejects')}
          </a>
        )}
      </div>
      {rejects.length === 0 ? (
        <p className="px-4 pb-4 text-muted text-sm">{t('noRejects')}</p>
      ) : (
        <>
          <ul className="divide-y divide-line border-line border-t text-sm">
            {rejects.map(({ row, column, value, reason }) => (
              <li
                key={`${row} ${column} ${reason.key}`}
                className="grid gap-x-4 px-4 py-2 sm:grid-cols-[6rem_12rem_1fr]"
              >
                <span className="text-muted">
                  {t('row')} {row}
                </span>
                <span className="wrap-anywhere">
                  {column ?? t('wholeRow')}: <code>{value ?? unknownText}</code>
                </span>
                <span>{say(reason)}</span>
              </li>
            ))}
          </ul>
          {batch.rejected > rejects.length && (
            <p className="border-line border-t px-4 py-2.5 text-muted text-sm">
              {t('first', { shown: rejects.length, all: batch.rejected })}
            </p>
          )}
        </>
      )}
    </Panel>
  );
}
