import type { Say } from '#format';
import type { Report } from '#reports';
import { reportCsv } from './report-csv.ts';

/** The files that any report can be had as; each is also the ending of the file's name. */
export const exportFormats = ['csv', 'xlsx', 'pdf'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** What the bytes of a file are, for who receives them. */
export const contentTypes: Record<ExportFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
};

/** In whose language a file is written, and the moment that it says it was made at. */
export type ExportOptions = { say: Say; now: Date };

/**
 * A report as the bytes of a file: the figures are the page's, and in CSV and XLSX nothing is rounded. The writers of
 * workbooks and PDF are loaded when they are first needed, so that no other command or page waits for them.
 */
export async function exportReport(
  report: Report,
  format: ExportFormat,
  { say, now }: ExportOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  switch (format) {
    case 'csv':
      return new TextEncoder().encode(reportCsv(report, say));
    case 'xlsx':
      return (await import('./report-xlsx.ts')).reportXlsx(report, say, { now });
    case 'pdf':
      return (await import('./report-pdf.ts')).reportPdf(report, say, { now });
  }
}
