import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { cellText, type Say } from '#format';
import type { Filters, OverviewView } from '#views';
import { address } from '../frame/address.ts';
import { FilterBar } from '../frame/filters.tsx';
import { ExportLinks } from './export-links.tsx';
import { Headline } from './headline.tsx';
import { Notes } from './notes.tsx';
import { ReportSections } from './report-sections.tsx';
import { getSay } from './say.ts';

type Props = {
  view: Pick<OverviewView, 'filters' | 'report'>;
  path: string;
  /** The address of the report's files, without their ending. */
  files?: string;
  /** What stands right above the answer. */
  lead?: ReactNode;
  children?: ReactNode;
};

/** A report under its filters: the answer, the sections, and what they leave out. */
export async function ReportPage({ view, path, files, lead, children }: Props) {
  const [t, say] = [await getTranslations('ui.report'), await getSay()];
  const { filters, report } = view;
  return (
    <>
      <div className="mb-5 flex flex-wrap items-center gap-2 max-sm:gap-1.5">
        {children ?? <h1 className="mr-auto font-semibold text-muted text-sm max-sm:w-full">{say(report.title)}</h1>}
        <FilterBar filters={filters} path={path} />
        {files && <ExportLinks base={files} query={filesQuery(filters)} />}
      </div>
      {lead}
      <Headline sentences={report.headline} say={say} />
      <OtherDays filters={filters} path={path} say={say} />
      <div className="mt-6 mb-6">
        <ReportSections report={report} say={say} />
      </div>
      <Notes notes={report.notes} say={say} title={t('notes')} />
    </>
  );
}

/** What is chosen, as the routes of the files read it. */
function filesQuery({ from, to, program, view }: Filters) {
  return { from, to, program, view: view === 'billed' ? view : null };
}

/** Where no call falls into the days shown: the way to those that have some. */
async function OtherDays({ filters, path, say }: { filters: Filters; path: string; say: Say }) {
  const t = await getTranslations('ui.empty');
  const { data, from, to, program, view } = filters;
  if (!data || (from < data.to && data.from < to)) return null;
  return (
    <p className="mt-3 text-sm">
      {t('period', { period: cellText({ kind: 'period', ...data }, say) })}{' '}
      <Link href={address(path, { ...data, program, view })} className="text-accent underline underline-offset-4">
        {t('showAll')}
      </Link>
    </p>
  );
}
