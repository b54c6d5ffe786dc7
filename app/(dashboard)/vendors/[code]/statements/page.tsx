import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { openSession, statementsPage } from '#views';
import { ExportLinks } from '../../../../_components/report/export-links.tsx';
import { Headline } from '../../../../_components/report/headline.tsx';
import { Notes } from '../../../../_components/report/notes.tsx';
import { ReportSections } from '../../../../_components/report/report-sections.tsx';
import { getSay } from '../../../../_components/report/say.ts';
import { Trail } from '../../../../_components/statement/trail.tsx';

export async function generateMetadata() {
  return { title: (await getTranslations('ui.statement'))('title') };
}

export default async function StatementsPage({ params }: PageProps<'/vendors/[code]/statements'>) {
  const code = decodeURIComponent((await params).code);
  const [t, say] = [await getTranslations('ui.statement'), await getSay()];
  const view = await statementsPage(await openSession(), code);
  if (!view) notFound();
  const { vendor, report } = view;
  return (
    <>
      <div className="mb-5 flex flex-wrap items-center gap-2">
        <Trail vendor={vendor} title={t('title')} />
        <ExportLinks base={`/vendors/${encodeURIComponent(code)}/statements/export`} />
      </div>
      <Headline sentences={report.headline} say={say} />
      <div className="mt-4 mb-6">
        <ReportSections report={report} say={say} />
      </div>
      <Notes notes={report.notes} say={say} />
    </>
  );
}
