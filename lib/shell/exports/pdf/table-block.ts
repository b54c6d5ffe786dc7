import type { Content, ContentTable, TableCell } from 'pdfmake/interfaces.js';
import type { Say } from '#format';
import type { Column, Row, Table } from '#reports';
import { panels, widthOf } from '../panels.ts';
import { ink, padding, type } from './look.ts';
import { tableCell, type Written, written, writtenWidth } from './table-cell.ts';
import { textWidth, wordWidth } from './text-width.ts';

type Drawn = {
  label: string;
  unit: string;
  cells: Written[];
  align: Column['align'];
  /** What the column needs, with its lead. */
  width: number;
  /** More room before words that follow a figure. */
  lead: number;
};

const GAP = 2 * padding.side;
const LEAD = 8;
/** Words wider than this go on below, in points. */
const WIDEST = 170;
/** How much wider than it needs to be a column becomes where there is room. */
const MOST_SLACK = 22;
/** A table that is a little too wide is set in smaller type before it is taken apart. */
const SIZES = [type.figure, 7.4, 6.8] as const;

/** The width that a table needs to be drawn in one piece, in points. */
export function tableWidth(table: Table, say: Say): number {
  return widthOf(drawn(table, say, type.figure), GAP) + GAP;
}

/** A table on paper; too wide for it, it goes on below under the names of its rows again. */
export function tableBlock(table: Table, say: Say, room: number): Content[] {
  const rows = table.total ? [...table.rows, table.total] : table.rows;
  if (rows.length === 0) return [{ text: say({ key: 'format.noRows' }), color: ink.muted }];
  const inOne = SIZES.find((size) => widthOf(drawn(table, say, size), GAP) + GAP <= room);
  const size = inOne ?? type.figure;
  return panels(drawn(table, say, size), room - GAP, GAP).map((columns, at) =>
    panelOf({ columns, rows, hasTotal: table.total !== undefined, reasons: at === 0, say, room, size }),
  );
}

function drawn({ columns, rows, total }: Table, say: Say, size: number): Drawn[] {
  const all = total ? [...rows, total] : rows;
  const heads = size * (type.small / type.figure);
  return columns.map(({ id, label: text, unit: of, align }, at) => {
    const [label, unit] = [say(text), of ? say(of) : ''];
    const cells = all.map((row) => written(row.cells[id], say));
    const head = Math.max(wordWidth(label, heads), textWidth(unit, heads), 0.55 * textWidth(label, heads));
    const body = Math.max(0, ...cells.map((cell) => writtenWidth(cell, size)));
    const lead = align === 'start' && columns[at - 1]?.align === 'end' ? LEAD : 0;
    return { label, unit, cells, align, width: lead + Math.max(head, Math.min(WIDEST, body)), lead };
  });
}

type Panel = {
  columns: Drawn[];
  rows: Row[];
  hasTotal: boolean;
  reasons: boolean;
  say: Say;
  room: number;
  size: number;
};

function panelOf({ columns, rows, hasTotal, reasons, say, room, size }: Panel): ContentTable {
  const body: TableCell[][] = [columns.map((column) => headCell(column, size))];
  const open = new Set<number>();
  for (const [at, row] of rows.entries()) {
    const bold = hasTotal && at === rows.length - 1;
    body.push(columns.map(({ cells, align }) => tableCell(cells[at], { alignment: sideOf(align), bold, size })));
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
      widths: columns.map(({ width, lead }) => width - lead + slack),
      body,
    },
    fontSize: size,
    layout: layoutOf(columns, open, hasTotal ? body.length - 1 : null),
    margin: [0, 0, 0, 8],
  };
}

function sideOf(align: Column['align']): 'left' | 'right' {
  return align === 'end' ? 'right' : 'left';
}

function headCell({ label, unit, align }: Drawn, size: number): TableCell {
  const head = { fontSize: size * (type.small / type.figure), color: ink.muted, alignment: sideOf(align) };
  return {
    stack: [{ text: label, bold: true, ...head }, ...(unit ? [{ text: unit, ...head }] : [])],
    verticalAlignment: 'bottom',
  };
}

function reasonCells(text: string, columns: number): TableCell[] {
  const cell = { text, colSpan: columns, color: ink.muted, margin: [0, -3, 0, 0] as [number, number, number, number] };
  return [cell, ...Array.from({ length: columns - 1 }, () => '')];
}

/** Lines between rows; none between a row and its reason, strong ones under the head and above the total. */
function layoutOf(
  columns: readonly Drawn[],
  open: ReadonlySet<number>,
  total: number | null,
): NonNullable<ContentTable['layout']> {
  const isStrong = (line: number) => line === 1 || line === total;
  return {
    hLineWidth: (line) => (line === 0 || open.has(line) ? 0 : isStrong(line) ? 0.8 : 0.4),
    hLineColor: (line) => (isStrong(line) ? ink.strong : ink.line),
    vLineWidth: () => 0,
    paddingLeft: (column) => padding.side + (columns[column]?.lead ?? 0),
    paddingRight: () => padding.side,
    paddingTop: () => padding.end,
    paddingBottom: () => padding.end,
  };
}
