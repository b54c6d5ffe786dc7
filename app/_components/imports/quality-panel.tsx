import { batchQuality, openSession } from '#views';
import { ReportSections } from '../report/report-sections.tsx';
import { getSay } from '../report/say.ts';

/** The quality report of one import: `<QualityPanel batch={id} />`; nothing until it has been assessed. */
export async function QualityPanel({ batch }: { batch: string }) {
  const [view, say] = [await batchQuality(await openSession(), batch), await getSay()];
  return view && <ReportSections report={view.report} say={say} />;
}
