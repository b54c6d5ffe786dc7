import { notFound } from 'next/navigation';
import { openSession, vendorPage } from '#views';
import { filtersOf } from '../../../_components/frame/address.ts';
import { Demonstration } from '../../../_components/frame/demonstration.tsx';
import { ProgramStates } from '../../../_components/report/program-states.tsx';
import { ReportPage } from '../../../_components/report/report-page.tsx';
import { VendorHead } from '../../../_components/report/vendor-head.tsx';

export async function generateMetadata({ params }: PageProps<'/vendors/[code]'>) {
  return { title: decodeURIComponent((await params).code) };
}

export default async function VendorPage({ params, searchParams }: PageProps<'/vendors/[code]'>) {
  const code = decodeURIComponent((await params).code);
  const view = await vendorPage(await openSession(), code, await filtersOf(searchParams));
  if (!view) notFound();
  const { from, to, program, view: amounts } = view.filters;
  const path = `/vendors/${encodeURIComponent(code)}`;
  return (
    <>
      {view.demonstration && <Demonstration />}
      <ReportPage view={view} path={path} files={`${path}/export`} lead={<ProgramStates states={view.states} />}>
        <VendorHead vendor={view.vendor} chosen={{ from, to, program, view: amounts }} />
      </ReportPage>
    </>
  );
}
