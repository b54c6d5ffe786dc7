import { type Cell, cellValue, type Say } from '#format';
import type { Column, Report, Row, Table } from '#reports';
import { csvLine, type Field, figure, words } from './csv-line.ts';

export type CsvOptions = {
  /** Tables to write, by id; all of them unless given. */
  tables?: readonly string[];
  /** A byte-order mark in front, without which Excel does not read UTF-8; written unless refused. */
  bom?: boolean;
};

/**
 * The tables of a report as CSV (RFC 4180: commas, CRLF, quotes doubled): a head with units, then values with nothing
 * rounded, then the total. One table is one clean table; several are set apart by an empty line, each under its title.
 * Each end of an interval has its own column, and so has a row's reason.
 */
export function reportCsv(report: Report, say: Say, { tables, bom = true }: CsvOptions = {}): string {
  const chosen = report.sections
    .filter((section) => section.kind === 'table')
    .filter(({ id }) => tables?.includes(id) ?? true);
  const single = chosen.length === 1;
  const blocks = chosen.map((table) => {
    const title = single ? [] : [[words(say(table.title))]];
    return [...title, ...tableFields(table, say)].map(csvLine).join('');
  });
  return (bom ? '\ufeff' : '') + blocks.join('\r\n');
}

function tableFields({ columns, rows, total }: Table, say: Say): Field[][] {
  const all = total ? [...rows, total] : rows;
  const reasons = all.some(({ reason }) => reason);
  const head = columns.flatMap((column) => headFields(column, say));
  const body = all.map((row) => [
    ...columns.flatMap((column) => rowFields(column, row, say)),
    ...(reasons ? [words(row.reason ? say(row.reason) : '')] : []),
  ]);
  return [[...head, ...(reasons ? [words(say({ key: 'columns.reason' }))] : [])], ...body];
}

function headFields({ label, unit, interval }: Column, say: Say): Field[] {
  const name = (text: string) => words(unit ? `${text} (${say(unit)})` : text);
  const own = name(say(label));
  if (!interval) return [own];
  const end = (key: string) => name(say({ key, values: { column: say(label) } }));
  return [own, end('columns.lowerEnd'), end('columns.upperEnd')];
}

function rowFields({ id, interval }: Column, { cells }: Row, say: Say): Field[] {
  const cell = cells[id];
  const own = cell ? fieldOf(cell, say) : figure('');
  if (!interval) return [own];
  const ends = cell?.kind === 'perCall' ? cell.interval : null;
  return [own, endField(ends?.lower, say), endField(ends?.upper, say)];
}

function fieldOf(cell: Cell, say: Say): Field {
  const text = cellValue(cell, say);
  return cell.kind === 'text' || cell.kind === 'say' || cell.kind === 'list' ? words(text) : figure(text);
}

function endField(value: number | null | undefined, say: Say): Field {
  return figure(cellValue(value == null ? { kind: 'unknown' } : { kind: 'number', value, digits: 2 }, say));
}
