import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import type { Say } from '#format';
import { contractText } from '#reports';
import type { ContractGroup, ContractsView } from '#views';
import { Headline } from '../report/headline.tsx';
import { hue } from '../report/hue.ts';
import { getSay } from '../report/say.ts';
import { Panel } from '../ui/panel.tsx';
import { ReportTableOf } from './report-table-of.tsx';
import { StandingBadge } from './standing-badge.tsx';

const standings = ['in_force', 'upcoming', 'past'] as const;

/** Every vendor's contracts, and first of all the days with calls that have none. */
export async function ContractList({ view }: { view: ContractsView }) {
  const [t, say] = [await getTranslations('ui.contracts'), await getSay()];
  if (view.vendors.length === 0)
    return <p className="rounded-lg border border-line bg-surface p-4">{t('noVendors')}</p>;
  return (
    <>
      <Headline sentences={view.report.headline} say={say} />
      <ReportTableOf report={view.report} id="gaps" />
      {view.vendors.map((vendor) => (
        <Panel key={vendor.code} aria-label={vendor.name}>
          <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1 px-4 py-3">
            <span className="size-2.5 rounded-xs" style={{ background: hue(vendor.color) }} aria-hidden="true" />
            <h2 className="mr-auto font-semibold">{vendor.name}</h2>
            <Link
              href={`/contracts/new?vendor=${encodeURIComponent(vendor.code)}`}
              aria-label={t('newFor', { vendor: vendor.name })}
              className="text-accent text-sm hover:underline"
            >
              {t('new')}
            </Link>
          </div>
          {vendor.groups.length === 0 && (
            <p className="border-line border-t px-4 py-3 text-muted text-sm">{t('none')}</p>
          )}
          {vendor.groups.map((group) => (
            <Group key={group.program?.code ?? ''} group={group} say={say} />
          ))}
        </Panel>
      ))}
    </>
  );
}

async function Group({ group, say }: { group: ContractGroup; say: Say }) {
  const t = await getTranslations('ui.contracts');
  const { program, versions } = group;
  return (
    <div className="grid gap-x-6 gap-y-2 border-line border-t px-4 py-3 sm:grid-cols-[11rem_1fr]">
      <h3 className="font-medium text-sm">{program?.name ?? say({ key: 'words.allPrograms' })}</h3>
      <ul className="space-y-2.5">
        {standings
          .slice(0, 2)
          .flatMap((standing) => versions[standing].map((own) => <Version key={own.id} {...{ own, standing, say }} />))}
        {versions.past.length > 0 && (
          <li>
            <details>
              <summary className="text-muted text-sm hover:text-ink">{t('past', { n: versions.past.length })}</summary>
              <ul className="mt-2 space-y-2.5">
                {versions.past.map((own) => (
                  <Version key={own.id} own={own} standing="past" say={say} />
                ))}
              </ul>
            </details>
          </li>
        )}
      </ul>
    </div>
  );
}

type VersionProps = { own: ContractGroup['versions']['past'][number]; standing: (typeof standings)[number]; say: Say };

function Version({ own, standing, say }: VersionProps) {
  return (
    <li className="flex items-baseline gap-3 max-sm:flex-col max-sm:gap-1">
      <StandingBadge standing={standing} />
      <Link href={`/contracts/${own.id}`} className="text-pretty text-sm hover:text-accent hover:underline">
        {say(contractText(own))}
      </Link>
    </li>
  );
}
