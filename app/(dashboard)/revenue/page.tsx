import { getTranslations } from 'next-intl/server';
import { openSession, revenuePage, revenueTemplate } from '#views';
import { Demonstration } from '../../_components/frame/demonstration.tsx';
import { Headline } from '../../_components/report/headline.tsx';
import { ReportSections } from '../../_components/report/report-sections.tsx';
import { getSay } from '../../_components/report/say.ts';
import { EventsPanel } from '../../_components/revenue/events-panel.tsx';
import { RevenueFilters } from '../../_components/revenue/revenue-filters.tsx';
import { revenueQuery } from '../../_components/revenue/revenue-query.ts';
import { UploadPanel } from '../../_components/revenue/upload-panel.tsx';

export async function generateMetadata() {
  return { title: (await getTranslations('ui.revenue'))('title') };
}

export default async function RevenuePage({ searchParams }: PageProps<'/revenue'>) {
  const [t, say] = [await getTranslations('ui.revenue'), await getSay()];
  const view = await revenuePage(await openSession(), revenueQuery(await searchParams));
  const { report } = view;
  const sums = { ...report, sections: report.sections.filter(({ id }) => id !== 'events') };
  return (
    <div className="space-y-5">
      {view.demonstration && <Demonstration />}
      <div>
        <h1 className="font-semibold text-xl tracking-tight">{t('title')}</h1>
        <p className="mt-1 text-muted text-sm">{t('lead')}</p>
      </div>
      <UploadPanel vendors={view.choices.vendors} columns={revenueTemplate()} />
      <RevenueFilters key={JSON.stringify(view.query)} view={view} />
      <Headline sentences={report.headline} say={say} />
      <EventsPanel view={view} />
      <ReportSections report={sums} say={say} />
    </div>
  );
}
