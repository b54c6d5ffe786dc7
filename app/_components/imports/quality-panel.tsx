import { getTranslations } from 'next-intl/server';
import { batchQuality, openSession } from '#views';
import { ExportLinks } from '../report/export-links.tsx';
import { Headline } from '../report/headline.tsx';
import { Notes } from '../report/notes.tsx';
import { ReportSections } from '../report/report-sections.tsx';
import { getSay } from '../report/say.ts';

/** What an import is worth, `<QualityPanel batch={id} />`, with its files to forward; nothing until it has been looked at. */
export async function QualityPanel({ batch }: { batch: string }) {
  const view = await batchQuality(await openSession(), batch);
  if (!view) return null;
  const [t, say] = [await getTranslations('ui.quality'), await getSay()];
  const { headline, notes } = view.report;
  return (
    <section aria-labelledby="quality" className="space-y-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 id="quality" className="font-semibold">
          {t('title')}
        </h2>
        <ExportLinks base={`/imports/${batch}/quality`} />
      </div>
      <Headline sentences={headline} say={say} />
      <ReportSections report={view.report} say={say} />
      <Notes notes={notes} say={say} />
    </section>
  );
}
