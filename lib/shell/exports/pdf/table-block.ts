import type { Content, ContentTable, TableCell } from 'pdfmake/interfaces.js';
import type { Say } from '#format';
import type { Column, Row, Table } from '#reports';
import { panels, widthOf } from '../panels.ts';
import { ink, padding, type } from './look.ts';
import { tableCell, type Written, written, writtenWidth } from './table-cell.ts';
import { textWidth, wordWidth } from './text-width.ts';

type Drawn = { label: string; unit: string; cells: Written[]; width: number; align: Column['align'] };

const GAP = 2 * padding.side;
/** Words wider than this go on below. */
const WIDEST = 170;
const MOST_SLACK = 22;

/** The width that a table needs to be drawn in one piece, in points. */
export function tableWidth(table: Table, say: Say): number {
  return widthOf(drawn(table, say), GAP) + GAP;
}

/** A table on paper; too wide for it, it goes on below under the names of its rows again. */
export function tableBlock(table: Table, say: Say, room: number): Content[] {
  const rows = table.total ? [...table.rows, table.total] : table.rows;
  if (rows.length === 0) return [{ text: say({ key: 'format.noRows' }), color: ink.muted }];
  return panels(drawn(table, say), room - GAP, GAP).map((columns, at) =>
    panelOf({ columns, rows, hasTotal: table.total !== undefined, reasons: at === 0, say, room }),
  );
}

function drawn({ columns, rows, total }: Table, say: Say): Drawn[] {
  const all = total ? [...rows, total] : rows;
  return columns.map(({ id, label: text, unit: of, align }) => {
    const [label, unit] = [say(text), of ? say(of) : ''];
    const cells = all.map((row) => written(row.cells[id], say));
    const head = Math.max(wordWidth(label, type.small), textWidth(unit, type.small), textWidth(label, type.small) / 3);
    return {
      label,
      unit,
      cells,
      width: Math.max(head, Math.min(WIDEST, ...[Math.max(...cells.map(writtenWidth), 0)])),
      align,
    };
  });
}

type Panel = { columns: Drawn[]; rows: Row[]; hasTotal: boolean; reasons: boolean; say: Say; room: number };

function panelOf({ columns, rows, hasTotal, reasons, say, room }: Panel): ContentTable {
  const body: TableCell[][] = [columns.map(headCell)];
  const open = new Set<number>();
  for (const [at, row] of rows.entries()) {
    const bold = hasTotal && at === rows.length - 1;
    body.push(columns.map(({ cells, align }) => tableCell(cells[at] ?? written(undefined, say), sideOf(align), bold)));
    if (!reasons || !row.reason) continue;
    open.add(body.length);
    body.push(reasonCells(say(row.reason), columns.length));
  }
  const slack = Math.min(MOST_SLACK, Math.max(0, room - GAP - widthOf(columns, GAP)) / columns.length);
  return {
    table: {
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: columns.map(({ width }) => width + slack),
      body,
    },
    fontSize: type.figure,
    layout: linesOf(open, hasTotal ? body.length - 1 : null),
    margin: [0, 0, 0, 8],
  };
}

function sideOf(align: Column['align']): 'left' | 'right' {
  return align === 'end' ? 'right' : 'left';
}

function headCell({ label, unit, align }: Drawn): TableCell {
  const head = { fontSize: type.small, color: ink.muted, alignment: sideOf(align) };
  return { stack: [{ text: label, bold: true, ...head }, ...(unit ? [{ text: unit, ...head }] : [])] };
}

function reasonCells(text: string, columns: number): TableCell[] {
  const cell = { text, colSpan: columns, color: ink.muted, margin: [0, -3, 0, 0] as [number, number, number, number] };
  return [cell, ...Array.from({ length: columns - 1 }, () => '')];
}

/** Lines between rows; none between a row and its reason, strong ones under the head and above the total. */
function linesOf(open: ReadonlySet<number>, total: number | null): NonNullable<ContentTable['layout']> {
  const isStrong = (line: number) => line === 1 || line === total;
  return {
    hLineWidth: (line) => (line === 0 || open.has(line) ? 0 : isStrong(line) ? 0.8 : 0.4),
    hLineColor: (line) => (isStrong(line) ? ink.strong : ink.line),
    vLineWidth: () => 0,
    paddingLeft: () => padding.side,
    paddingRight: () => padding.side,
    paddingTop: () => padding.end,
    paddingBottom: () => padding.end,
  };
}
