import { Download } from 'lucide-react';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import type { RevenueView } from '#views';
import { ReportTable } from '../report/report-table.tsx';
import { getSay } from '../report/say.ts';
import { buttonStyle } from '../ui/button.tsx';
import { Panel } from '../ui/panel.tsx';
import { revenueHref } from './revenue-query.ts';

/** A page of the events, those without a call first, with the way to the pages beside it and to all as files. */
export async function EventsPanel({ view: { report, query, page, pages } }: { view: RevenueView }) {
  const [t, say] = [await getTranslations('ui.revenue'), await getSay()];
  const table = report.sections.find(({ id }) => id === 'events');
  if (table?.kind !== 'table' || table.rows.length === 0) return null;
  return (
    <Panel>
      <div className="flex flex-wrap items-center justify-between gap-2 px-4 py-3">
        <h2 className="font-semibold">{say(table.title)}</h2>
        <div className="flex gap-2 print:hidden">
          {(['csv', 'xlsx'] as const).map((format) => (
            <a key={format} href={revenueHref(`/revenue/export.${format}`, query)} download className={buttonStyle()}>
              <Download aria-hidden className="size-4 text-muted" />
              {t(format)}
            </a>
          ))}
        </div>
      </div>
      <ReportTable table={table} say={say} />
      {pages > 1 && (
        <nav
          aria-label={t('pages')}
          className="flex items-center justify-between gap-2 border-line border-t px-4 py-3 text-sm print:hidden"
        >
          <PageLink to={page > 1 ? page - 1 : null} query={query} label={t('previous')} rel="prev" />
          <span className="text-muted">{t('page', { page, pages })}</span>
          <PageLink to={page < pages ? page + 1 : null} query={query} label={t('next')} rel="next" />
        </nav>
      )}
    </Panel>
  );
}

type LinkProps = { to: number | null; query: RevenueView['query']; label: string; rel: string };

function PageLink({ to, query, label, rel }: LinkProps) {
  if (to === null) return <span />;
  return (
    <Link href={revenueHref('/revenue', { ...query, page: String(to) })} rel={rel} className={buttonStyle()}>
      {label}
    </Link>
  );
}
