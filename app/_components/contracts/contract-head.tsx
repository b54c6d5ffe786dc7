import { ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import type { ContractView } from '#views';
import { ExportLinks } from '../report/export-links.tsx';
import { Headline } from '../report/headline.tsx';
import { hue } from '../report/hue.ts';
import { getSay } from '../report/say.ts';
import { buttonStyle } from '../ui/button.tsx';
import { StandingBadge } from './standing-badge.tsx';

/** Whose contract it is, what it says in one sentence, and what can be done with it. */
export async function ContractHead({ view }: { view: ContractView }) {
  const [t, say] = [await getTranslations('ui.contracts'), await getSay()];
  const { version, vendor, program, standing, against } = view;
  const query = new URLSearchParams({ vendor: vendor.code, ...(program && { program: program.code }) });
  return (
    <div className="space-y-4">
      <div className="flex flex-wrap items-center gap-2">
        <div className="mr-auto flex flex-wrap items-center gap-x-1.5 gap-y-1 text-sm">
          <Link href="/contracts" className="text-muted hover:text-ink hover:underline">
            {t('title')}
          </Link>
          <ChevronRight aria-hidden className="size-3.5 text-muted" />
          <span className="size-2.5 rounded-xs" style={{ background: hue(vendor.color) }} aria-hidden="true" />
          <h1 className="font-semibold">
            {vendor.name}, {program?.name ?? say({ key: 'words.allPrograms' })}
          </h1>
          <StandingBadge standing={standing} />
        </div>
        <Link href={`/contracts/${version.id}/edit`} className={buttonStyle({ variant: 'primary' })}>
          {t('edit')}
        </Link>
        <Link href={`/what-if?${query}`} className={buttonStyle()}>
          {t('whatIf')}
        </Link>
        <Link href={`/vendors/${encodeURIComponent(vendor.code)}/statements`} className={buttonStyle()}>
          {t('statements')}
        </Link>
        <ExportLinks base={`/contracts/${version.id}/export`} query={{ against }} />
      </div>
      <Headline sentences={view.report.headline} say={say} />
    </div>
  );
}
