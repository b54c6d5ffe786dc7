/**
 * Exports: a report as the bytes of a file (CSV, XLSX, PDF) or the lines of a terminal; one file per format.
 * Does not own: what a report contains (#reports), how a cell is written (#format), where the bytes go (app, #cli).
 */

export { contentTypes, type ExportFormat, exportFormats, exportReport } from './export-report.ts';
export { type MendableRow, rejectedRowsCsv } from './rejected-rows-csv.ts';
export { rejectsCsv } from './rejects-csv.ts';
export { reportCsv } from './report-csv.ts';
export { reportText } from './report-text.ts';
export { tableCsv } from './table-csv.ts';
