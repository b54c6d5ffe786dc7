import { contentTypes, type ExportFormat, exportReport } from '#exports';
import type { Report } from '#reports';
import { getSay } from '../_components/report/say.ts';
import { download } from './download.ts';

/**
 * A report as a file for the browser to keep; `fileName` has no ending. In a route:
 * `return exportOf(view.report, 'xlsx', 'breakeven-overview')`.
 */
export async function exportOf(report: Report, format: ExportFormat, fileName: string): Promise<Response> {
  const bytes = await exportReport(report, format, { say: await getSay(), now: new Date() });
  return download(`${fileName}.${format}`, bytes, contentTypes[format]);
}
