import { batchQuality, openSession } from '#views';
import { reportFile } from '../../../_request/report-file.ts';

/** The quality report of an import as a file. */
export const qualityFile = reportFile<{ id: string }>(async (_, { id }) => {
  const view = await batchQuality(await openSession(), id);
  if (!view) return { missing: `no quality of import ${id}` };
  return { report: view.report, name: `breakeven-quality-${id}` };
});
