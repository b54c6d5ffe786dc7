import { notFound } from 'next/navigation';
import { openSession, statementView } from '#views';
import { Headline } from '../../../../../_components/report/headline.tsx';
import { ReportSections } from '../../../../../_components/report/report-sections.tsx';
import { getSay } from '../../../../../_components/report/say.ts';
import { MissingInputs } from '../../../../../_components/statement/missing-inputs.tsx';
import { StatementHead } from '../../../../../_components/statement/statement-head.tsx';

type Props = PageProps<'/vendors/[code]/statements/[month]'>;

export async function generateMetadata({ params }: Props) {
  const { code, month } = await params;
  return { title: `${decodeURIComponent(code)} ${month}` };
}

export default async function StatementPage({ params, searchParams }: Props) {
  const { code, month } = await params;
  const { program } = await searchParams;
  const query = { vendor: decodeURIComponent(code), month, program: typeof program === 'string' ? program : undefined };
  const [view, say] = [await statementView(await openSession(), query), await getSay()];
  if (!view) notFound();
  return (
    <>
      <StatementHead view={view} />
      <Headline sentences={view.report.headline} say={say} />
      {view.lacksInputs && <MissingInputs />}
      <div className="mt-6 mb-6">
        <ReportSections report={view.report} say={say} />
      </div>
    </>
  );
}
