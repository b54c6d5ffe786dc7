import { getTranslations } from 'next-intl/server';
import { openSession, whatIfPage } from '#views';
import { EmptyState } from '../../_components/frame/empty-state.tsx';
import { askedOf } from '../../_components/what-if/asked-of.ts';
import { BrowserMessages } from '../../_components/what-if/browser-messages.tsx';
import { Workbench } from '../../_components/what-if/workbench.tsx';

export async function generateMetadata() {
  return { title: (await getTranslations('ui.whatIf'))('title') };
}

export default async function WhatIf({ searchParams }: PageProps<'/what-if'>) {
  const page = await whatIfPage(await openSession(), askedOf(await searchParams));
  if (!page) return <EmptyState />;
  const { vendor, program, period } = page.recorded;
  return (
    <BrowserMessages>
      <Workbench key={`${vendor} ${program ?? ''} ${period.from} ${period.to}`} page={page} />
    </BrowserMessages>
  );
}
