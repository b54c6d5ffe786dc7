import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { contractEditor, openSession } from '#views';
import { EditorPage } from '../../../../_components/contracts/editor/editor-page.tsx';

export async function generateMetadata() {
  return { title: (await getTranslations('ui.contractEditor'))('edit') };
}

export default async function EditContractPage({ params }: PageProps<'/contracts/[id]/edit'>) {
  const view = await contractEditor(await openSession(), { id: (await params).id });
  if (!view) notFound();
  return <EditorPage view={view} />;
}
