import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { cellText } from '#format';
import { contractText } from '#reports';
import type { ContractView } from '#views';
import { getSay } from '../report/say.ts';
import { cn } from '../ui/class-names.ts';
import { Panel } from '../ui/panel.tsx';
import { StandingBadge } from './standing-badge.tsx';

/** The versions of the same vendor and program down the years, the newest first; each can be compared with this one. */
export async function VersionLine({ view }: { view: ContractView }) {
  const [t, say] = [await getTranslations('ui.contracts'), await getSay()];
  const { versions, version, against } = view;
  return (
    <Panel>
      <h2 className="px-4 py-3 font-semibold">{t('versions')}</h2>
      <ol className="border-line border-t px-4 py-3">
        {versions.toReversed().map(({ version: own, standing }) => {
          const shown = own.id === version.id;
          const from = cellText({ kind: 'day', day: own.from }, say);
          return (
            <li
              key={own.id}
              aria-current={shown ? 'true' : undefined}
              className="relative border-line-strong border-l pb-4 pl-4 text-sm last:border-transparent last:pb-1"
            >
              <span
                aria-hidden="true"
                className={cn(
                  'absolute top-1.5 -left-[5px] size-2.5 rounded-full border border-line-strong',
                  shown ? 'border-accent bg-accent' : 'bg-surface',
                )}
              />
              <div className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
                {shown ? (
                  <strong className="font-semibold">{from}</strong>
                ) : (
                  <Link href={`/contracts/${own.id}`} className="font-medium text-accent hover:underline">
                    {from}
                  </Link>
                )}
                <StandingBadge standing={standing} />
                {!shown && (
                  <Link
                    href={
                      own.id === against ? `/contracts/${version.id}` : `/contracts/${version.id}?against=${own.id}`
                    }
                    scroll={false}
                    aria-label={t(own.id === against ? 'stopComparingWith' : 'compareWith', { day: from })}
                    className="ml-auto text-accent hover:underline"
                  >
                    {t(own.id === against ? 'stopComparing' : 'compare')}
                  </Link>
                )}
              </div>
              <p className="mt-0.5 text-pretty text-muted">{say(contractText(own))}</p>
            </li>
          );
        })}
      </ol>
    </Panel>
  );
}
