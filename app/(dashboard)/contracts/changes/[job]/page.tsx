import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { contractChange, openSession } from '#views';
import { ChangeResult } from '../../../../_components/contracts/change-result.tsx';
import { ChangeUnderWay } from '../../../../_components/contracts/change-under-way.tsx';

export async function generateMetadata() {
  return { title: (await getTranslations('ui.contracts'))('changed') };
}

export default async function ContractChangePage({ params }: PageProps<'/contracts/changes/[job]'>) {
  const view = await contractChange(await openSession(), (await params).job);
  if (!view) notFound();
  return view.report ? <ChangeResult view={view} report={view.report} /> : <ChangeUnderWay job={view.job} />;
}
