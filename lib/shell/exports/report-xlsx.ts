import { writeXlsx } from 'hucre/xlsx';
import type { Say } from '#format';
import type { Report } from '#reports';
import { fileTable } from './file-table.ts';
import { sectionTable } from './section-table.ts';
import { coverSheet } from './xlsx/cover-sheet.ts';
import { sheetNames } from './xlsx/sheet-names.ts';
import { tableSheet } from './xlsx/table-sheet.ts';

/**
 * A report as a workbook: a sheet that says what it is, then a sheet for each table and for the points of each chart,
 * with the figures of the CSV as typed cells.
 */
export async function reportXlsx(report: Report, say: Say, { now }: { now: Date }): Promise<Uint8Array<ArrayBuffer>> {
  const tables = report.sections.map(sectionTable);
  const [cover = '', ...names] = sheetNames([say({ key: 'exports.report' }), ...tables.map(({ title }) => say(title))]);
  const named = tables.map((table, at) => ({ table, name: names[at] ?? table.id }));
  const sheets = named.map(({ table: { title, notes }, name }) => ({ name, title, notes }));
  const bytes = await writeXlsx({
    sheets: [
      coverSheet({ name: cover, report, sheets, now }, say),
      ...named.map(({ table, name }) => tableSheet(name, fileTable(table, say))),
    ],
    properties: { title: say(report.title), creator: 'Breakeven', created: now, modified: now },
  });
  return new Uint8Array(bytes);
}
