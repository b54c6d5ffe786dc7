import { getTranslations } from 'next-intl/server';
import { openSession, overview } from '#views';
import { filtersOf } from '../_components/frame/address.ts';
import { Demonstration } from '../_components/frame/demonstration.tsx';
import { EmptyState } from '../_components/frame/empty-state.tsx';
import { ReportPage } from '../_components/report/report-page.tsx';

export async function generateMetadata() {
  return { title: (await getTranslations('ui.frame'))('overview') };
}

export default async function OverviewPage({ searchParams }: PageProps<'/'>) {
  const view = await overview(await openSession(), await filtersOf(searchParams));
  if (view.filters.data === null) return <EmptyState />;
  return (
    <>
      {view.demonstration && <Demonstration />}
      <ReportPage view={view} path="/" files="/export/overview" />
    </>
  );
}
