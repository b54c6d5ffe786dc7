import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { contractEditor, openSession } from '#views';
import { EditorPage } from '../../../_components/contracts/editor/editor-page.tsx';

export async function generateMetadata() {
  return { title: (await getTranslations('ui.contractEditor'))('new') };
}

export default async function NewContractPage({ searchParams }: PageProps<'/contracts/new'>) {
  const { vendor, program, from } = await searchParams;
  const one = (value: string | string[] | undefined) => (typeof value === 'string' ? value : undefined);
  const view = await contractEditor(await openSession(), {
    id: null,
    vendor: one(vendor),
    program: one(program),
    from: one(from),
  });
  if (!view) notFound();
  return <EditorPage view={view} />;
}
