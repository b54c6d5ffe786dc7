import { ChevronLeft, ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { cellText } from '#format';
import type { StatementView } from '#views';
import { ExportLinks } from '../report/export-links.tsx';
import { getSay } from '../report/say.ts';
import { buttonStyle } from '../ui/button.tsx';
import { Trail } from './trail.tsx';

/** Which month of which vendor, the months beside it, the programs to choose from, and the files. */
export async function StatementHead({ view }: { view: StatementView }) {
  const [t, say] = [await getTranslations('ui.statement'), await getSay()];
  const { vendor, month, previous, next, program, programs } = view;
  const path = `/vendors/${encodeURIComponent(vendor.code)}/statements`;
  const at = (own: string, of: string | null) =>
    `${path}/${own}${of === null ? '' : `?${new URLSearchParams({ program: of })}`}`;
  const name = (own: string) => cellText({ kind: 'month', month: own }, say);
  return (
    <div className="mb-5 flex flex-wrap items-center gap-2">
      <Trail vendor={vendor} title={name(month)} month />
      {programs.length > 0 && (
        <nav aria-label={t('programs')} className="flex flex-wrap gap-1">
          {[{ id: null, label: t('allPrograms') }, ...programs].map(({ id, label }) => (
            <Choice key={id} href={at(month, id)} current={id === program}>
              {label}
            </Choice>
          ))}
        </nav>
      )}
      <nav aria-label={t('months')} className="flex gap-1">
        {previous && (
          <Link href={at(previous, program)} className={buttonStyle({ className: 'px-2 font-normal' })}>
            <ChevronLeft aria-hidden className="size-4 text-muted" />
            {name(previous)}
          </Link>
        )}
        {next && (
          <Link href={at(next, program)} className={buttonStyle({ className: 'px-2 font-normal' })}>
            {name(next)}
            <ChevronRight aria-hidden className="size-4 text-muted" />
          </Link>
        )}
      </nav>
      <ExportLinks base={`${path}/${month}/export`} query={{ program }} />
    </div>
  );
}

function Choice({ href, current, children }: { href: string; current: boolean; children: ReactNode }) {
  return (
    <Link
      href={href}
      aria-current={current ? 'true' : undefined}
      className={buttonStyle({ variant: 'quiet', className: 'px-2 font-normal aria-[current=true]:bg-sunken' })}
    >
      {children}
    </Link>
  );
}
