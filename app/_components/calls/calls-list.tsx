import { Download } from 'lucide-react';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import type { CallsPageQuery, CallsView } from '#views';
import { ReportTable } from '../report/report-table.tsx';
import { getSay } from '../report/say.ts';
import { buttonStyle } from '../ui/button.tsx';
import { Panel } from '../ui/panel.tsx';

const address = (path: string, query: CallsPageQuery) => `${path}?${new URLSearchParams(query)}`;

/** A page of calls under what all of them add up to, with the way to the pages beside it and to all as a file. */
export async function CallsList({ view: { query, table, counted, previous, next } }: { view: CallsView }) {
  const [t, say] = [await getTranslations('ui.calls'), await getSay()];
  return (
    <Panel>
      <div className="flex flex-wrap items-center justify-between gap-2 px-4 py-3">
        <div>
          <h2 className="font-semibold">{say(table.title)}</h2>
          <p className="text-muted text-sm">{say(counted)}</p>
        </div>
        <a href={address('/calls/export.csv', query)} download className={buttonStyle()}>
          <Download aria-hidden className="size-4 text-muted" />
          {t('download')}
        </a>
      </div>
      <ReportTable table={table} say={say} />
      {(previous ?? next) && (
        <nav aria-label={t('pages')} className="flex justify-between gap-2 border-line border-t px-4 py-3 print:hidden">
          <PageLink query={previous} label={t('previous')} rel="prev" />
          <PageLink query={next} label={t('next')} rel="next" />
        </nav>
      )}
    </Panel>
  );
}

function PageLink({ query, label, rel }: { query: CallsPageQuery | null; label: string; rel: string }) {
  if (!query) return <span />;
  return (
    <Link href={address('/calls', query)} rel={rel} prefetch={false} className={buttonStyle()}>
      {label}
    </Link>
  );
}
