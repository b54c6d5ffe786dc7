import { getTranslations } from 'next-intl/server';
import type { ContractView } from '#views';
import { getSay } from '../report/say.ts';
import { Panel } from '../ui/panel.tsx';

/** A contract to be read, part by part. */
export async function ContractTerms({ view }: { view: ContractView }) {
  const [t, say] = [await getTranslations('ui.contracts'), await getSay()];
  return (
    <Panel>
      <h2 className="px-4 py-3 font-semibold">{t('terms')}</h2>
      <dl className="divide-y divide-line border-line border-t text-sm">
        {view.parts.map(({ id, label, sentences }) => (
          <div key={id} className="grid gap-x-6 gap-y-1 px-4 py-3 sm:grid-cols-[11rem_1fr]">
            <dt className="font-medium text-muted">{say(label)}</dt>
            <dd className="space-y-1">
              {sentences.map((sentence) => (
                <p key={JSON.stringify(sentence)} className="text-pretty">
                  {say(sentence)}
                </p>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
