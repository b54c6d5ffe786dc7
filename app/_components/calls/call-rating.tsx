import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import type { CallPageView } from '#views';
import { getSay } from '../report/say.ts';
import { Panel } from '../ui/panel.tsx';

/** The rules that a call met, one by one, and the row that all of it was read from. */
export async function CallRating({ view: { trace, contractId, source } }: { view: CallPageView }) {
  const [t, say] = [await getTranslations('ui.calls.call'), await getSay()];
  return (
    <Panel className="space-y-4 p-4">
      <div>
        <h2 className="font-semibold">{t('rating')}</h2>
        <ol className="mt-3 list-decimal space-y-1 pl-5 text-sm">
          {trace.map((rule) => (
            <li key={rule.key}>{say(rule)}</li>
          ))}
        </ol>
        {contractId !== null && (
          <Link
            href={`/contracts/${contractId}`}
            className="mt-2 inline-block text-accent text-sm underline underline-offset-4"
          >
            {t('contract')}
          </Link>
        )}
      </div>
      <div className="text-sm">
        <h2 className="font-semibold">{t('source')}</h2>
        {source.fileName === null ? (
          <p>{t('row', { row: source.row, name: t('removed') })}</p>
        ) : (
          <Link href={`/imports/${source.batchId}`} className="text-accent underline underline-offset-4">
            {t('row', { row: source.row, name: source.fileName })}
          </Link>
        )}
      </div>
    </Panel>
  );
}
