import type { Say } from '#format';
import type { Report, Table } from '#reports';
import { csvLine } from './csv-line.ts';
import { words } from './field.ts';
import { fileTable } from './file-table.ts';

type CsvOptions = {
  /** A byte-order mark in front, without which Excel does not read UTF-8; written unless refused. */
  bom?: boolean;
};

/**
 * The tables of a report as CSV (RFC 4180: commas, CRLF, quotes doubled): a head with units, then values with nothing
 * rounded, then the total. One table is one clean table; several are set apart by an empty line, each under its title.
 * Each end of an interval has its own column, and so has a row's reason. Charts are left to the workbook.
 */
export function reportCsv(report: Report, say: Say, { bom = true }: CsvOptions = {}): string {
  const tables = report.sections.filter((section) => section.kind === 'table');
  const single = tables.length === 1;
  const blocks = tables.map((table) => (single ? '' : csvLine([words(say(table.title))])) + tableLines(table, say));
  return (bom ? '\ufeff' : '') + blocks.join('\r\n');
}

function tableLines(table: Table, say: Say): string {
  const { head, rows, total } = fileTable(table, say);
  return [head.map(words), ...rows, ...(total ? [total] : [])].map(csvLine).join('');
}
