import { getTranslations } from 'next-intl/server';
import { modelsView, openSession, whatIfScope } from '#views';
import { EmptyState } from '../../../_components/frame/empty-state.tsx';
import { askedOf } from '../../../_components/what-if/asked-of.ts';
import { BrowserMessages } from '../../../_components/what-if/browser-messages.tsx';
import { ModelsPage } from '../../../_components/what-if/models-page.tsx';
import { priceOf } from '../../../_components/what-if/price-of.ts';

export async function generateMetadata() {
  return { title: (await getTranslations('ui.whatIf'))('modelsTitle') };
}

export default async function Models({ searchParams }: PageProps<'/what-if/models'>) {
  const [session, asked] = [await openSession(), askedOf(await searchParams)];
  const scope = await whatIfScope(session, asked);
  if (!scope) return <EmptyState />;
  const { vendor, period, filters } = scope;
  const program = filters.program ?? undefined;
  const view = await modelsView(session, { vendor, period, program, price: priceOf(asked.price) });
  if (!view) return <EmptyState />;
  return (
    <BrowserMessages>
      <ModelsPage scope={scope} view={view} price={asked.price ?? null} />
    </BrowserMessages>
  );
}
