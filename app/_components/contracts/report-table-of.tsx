import type { Report } from '#reports';
import { getSay } from '../report/say.ts';
import { TableSection } from '../report/table-section.tsx';

/** One table of a report, where the report has it. */
export async function ReportTableOf({ report, id }: { report: Report; id: string }) {
  const table = report.sections.find((section) => section.id === id);
  return table?.kind === 'table' ? <TableSection table={table} say={await getSay()} /> : null;
}
