import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { contractPage, openSession } from '#views';
import { ContractHead } from '../../../_components/contracts/contract-head.tsx';
import { ContractTerms } from '../../../_components/contracts/contract-terms.tsx';
import { ReportTableOf } from '../../../_components/contracts/report-table-of.tsx';
import { VersionLine } from '../../../_components/contracts/version-line.tsx';
import { YamlPanel } from '../../../_components/contracts/yaml-panel.tsx';

export async function generateMetadata() {
  return { title: (await getTranslations('ui.contracts'))('one') };
}

export default async function ContractPage({ params, searchParams }: PageProps<'/contracts/[id]'>) {
  const [{ id }, { against }] = [await params, await searchParams];
  const view = await contractPage(await openSession(), id, typeof against === 'string' ? against : undefined);
  if (!view) notFound();
  return (
    <div className="space-y-5">
      <ContractHead view={view} />
      <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-[2fr_1fr]">
        <ContractTerms view={view} />
        <VersionLine view={view} />
      </div>
      <ReportTableOf report={view.report} id="difference" />
      <ReportTableOf report={view.report} id="history" />
      <YamlPanel view={view} />
    </div>
  );
}
