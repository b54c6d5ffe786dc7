import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { invoicePage, openSession } from '#views';
import { InvoiceHead } from '../../../_components/invoices/invoice-head.tsx';
import { LinesPanel } from '../../../_components/invoices/lines-panel.tsx';
import { NotesPanel } from '../../../_components/invoices/notes-panel.tsx';
import { TolerancePanel } from '../../../_components/invoices/tolerance-panel.tsx';
import { Headline } from '../../../_components/report/headline.tsx';
import { ReportSections } from '../../../_components/report/report-sections.tsx';
import { getSay } from '../../../_components/report/say.ts';

export async function generateMetadata() {
  return { title: (await getTranslations('ui.invoices'))('title') };
}

export default async function InvoicePage({ params }: PageProps<'/invoices/[id]'>) {
  const [say, view] = [await getSay(), await invoicePage(await openSession(), (await params).id)];
  if (!view) notFound();
  const { report } = view;
  const others = report.sections.filter(({ id }) => id !== 'lines');
  return (
    <div className="space-y-5">
      <InvoiceHead view={view} />
      <Headline sentences={report.headline} say={say} />
      <LinesPanel view={view} say={say} />
      <ReportSections report={{ ...report, sections: others }} say={say} />
      <TolerancePanel view={view} />
      <NotesPanel view={view} say={say} />
    </div>
  );
}
