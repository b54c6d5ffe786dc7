import Link from 'next/link';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { callPage, openSession } from '#views';
import { CallFacts } from '../../../../_components/calls/call-facts.tsx';
import { CallRating } from '../../../../_components/calls/call-rating.tsx';
import { CallRevenue } from '../../../../_components/calls/call-revenue.tsx';
import { Demonstration } from '../../../../_components/frame/demonstration.tsx';

export async function generateMetadata() {
  return { title: (await getTranslations('ui.calls'))('title') };
}

export default async function CallPage({ params }: PageProps<'/calls/[vendor]/[id]'>) {
  const { vendor, id } = await params;
  const [t, session] = [await getTranslations('ui.calls'), await openSession()];
  const view = await callPage(session, decodeURIComponent(vendor), decodeURIComponent(id));
  if (!view) notFound();
  return (
    <div className="space-y-5">
      {view.demonstration && <Demonstration />}
      <div>
        <Link href="/calls" className="text-muted text-sm hover:text-ink hover:underline">
          {t('title')}
        </Link>
        <h1 className="wrap-anywhere font-semibold text-xl tracking-tight">{view.callId}</h1>
        <p className="mt-1 flex flex-wrap gap-x-3 text-muted text-sm">
          <Link href={`/vendors/${encodeURIComponent(view.vendor.code)}`} className="text-accent hover:underline">
            {view.vendor.name}
          </Link>
          <span>{view.program}</span>
        </p>
      </div>
      <CallFacts facts={view.facts} />
      {view.revenue && <CallRevenue table={view.revenue} />}
      <CallRating view={view} />
    </div>
  );
}
