import { getTranslations } from 'next-intl/server';
import { cellText } from '#format';
import type { CallFact } from '#reports';
import { getSay } from '../report/say.ts';
import { Panel } from '../ui/panel.tsx';

/** What happened in a call. */
export async function CallFacts({ facts }: { facts: readonly CallFact[] }) {
  const [t, say] = [await getTranslations('ui.calls.call'), await getSay()];
  return (
    <Panel className="p-4">
      <h2 className="font-semibold">{t('facts')}</h2>
      <dl className="mt-3 grid grid-cols-2 gap-4 sm:grid-cols-4">
        {facts.map(({ id, label, cell }) => (
          <div key={id} className="min-w-0">
            <dt className="text-muted text-xs">{say(label)}</dt>
            <dd className="wrap-anywhere">{cellText(cell, say)}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
