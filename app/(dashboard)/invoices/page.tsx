import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { invoicesPage, openSession } from '#views';
import { MonthsForm } from '../../_components/invoices/months-form.tsx';
import { monthsOf } from '../../_components/invoices/months-of.ts';
import { ExportLinks } from '../../_components/report/export-links.tsx';
import { Headline } from '../../_components/report/headline.tsx';
import { Notes } from '../../_components/report/notes.tsx';
import { ReportSections } from '../../_components/report/report-sections.tsx';
import { getSay } from '../../_components/report/say.ts';
import { buttonStyle } from '../../_components/ui/button.tsx';

export async function generateMetadata() {
  return { title: (await getTranslations('ui.invoices'))('title') };
}

export default async function InvoicesPage({ searchParams }: PageProps<'/invoices'>) {
  const [t, say] = [await getTranslations('ui.invoices'), await getSay()];
  const { report, months } = await invoicesPage(await openSession(), monthsOf(await searchParams));
  return (
    <div className="space-y-5">
      <div className="flex flex-wrap items-center gap-2">
        <h1 className="mr-auto font-semibold text-xl tracking-tight">{t('title')}</h1>
        {months && <MonthsForm months={months} />}
        <Link href="/invoices/new" className={buttonStyle({ variant: 'primary' })}>
          {t('new')}
        </Link>
        <ExportLinks base="/invoices/export" query={months ?? {}} />
      </div>
      <Headline sentences={report.headline} say={say} />
      {months && <ReportSections report={report} say={say} />}
      <Notes notes={report.notes} say={say} title={t('notes')} />
    </div>
  );
}
