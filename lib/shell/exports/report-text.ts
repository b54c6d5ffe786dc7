import { type Cell, cellText, figureText, markOf, markSign, type Say, type Text } from '#format';
import type { Column, Report, Row, Table } from '#reports';
import { panels } from './panels.ts';

const GAP = '  ';

/**
 * A report for a terminal of the given width: its sentences, then each table aligned. A table too wide for the
 * terminal is continued below, under the names of its rows again. Charts are left to the page.
 */
export function reportText(report: Report, say: Say, width: number): string {
  const period = cellText({ kind: 'period', ...report.period }, say);
  const blocks = [
    [`${say(report.title)} (${period})`],
    report.headline.flatMap((sentence) => wrapped(say(sentence), width)),
    ...report.sections.filter((section) => section.kind === 'table').flatMap((table) => tableBlocks(table, say, width)),
    noteLines(report.notes, say, width),
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function tableBlocks(table: Table, say: Say, width: number): string[][] {
  const rows = table.total ? [...table.rows, table.total] : table.rows;
  const body = rows.length === 0 ? [say({ key: 'format.noRows' })] : tableLines(table.columns, rows, say, width);
  return [[say(table.title), ...body], noteLines(table.notes, say, width)];
}

function tableLines(columns: readonly Column[], rows: readonly Row[], say: Say, width: number): string[] {
  const drawn = columns.map((column) => draw(column, rows, say));
  return panels(drawn, width, GAP.length).flatMap((panel, at) => [
    ...(at === 0 ? [] : ['']),
    aligned(
      panel.map(({ head }) => head),
      panel,
    ),
    panel.map((column) => '-'.repeat(column.width)).join(GAP),
    ...rows.flatMap((row, index) => [
      aligned(
        panel.map(({ texts }) => texts[index] ?? ''),
        panel,
      ),
      ...(at === 0 ? reasonLines(row, say, width) : []),
    ]),
  ]);
}

type Drawn = { head: string; texts: string[]; width: number; align: Column['align'] };

function draw({ id, label, unit, align }: Column, rows: readonly Row[], say: Say): Drawn {
  const head = unit ? `${say(label)} (${say(unit)})` : say(label);
  const marked = rows.some(({ cells }) => markOf(cells[id]));
  const texts = rows.map(({ cells }) => (cells[id] ? figureText(cells[id], say) + signOf(cells[id], marked) : ''));
  return { head, texts, width: Math.max(...[head, ...texts].map(length)), align };
}

/** The sign of a figure that a note is about; the other figures of its column leave room for it. */
function signOf(cell: Cell, marked: boolean): string {
  if (!marked) return '';
  return markOf(cell) ? markSign : ' ';
}

function aligned(texts: readonly string[], columns: readonly Drawn[]): string {
  return columns
    .map(({ width, align }, index) => pad(texts[index] ?? '', width, align))
    .join(GAP)
    .trimEnd();
}

function reasonLines({ reason }: Row, say: Say, width: number): string[] {
  return reason ? wrapped(say(reason), width - GAP.length).map((text) => GAP + text) : [];
}

function noteLines(notes: readonly Text[], say: Say, width: number): string[] {
  return notes.flatMap((note) =>
    wrapped(say(note), width - GAP.length).map((text, index) => (index === 0 ? `- ${text}` : GAP + text)),
  );
}

function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && length(last) + 1 + length(word) <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function length(text: string): number {
  return [...text].length;
}

function pad(text: string, width: number, align: Column['align']): string {
  const space = ' '.repeat(Math.max(0, width - length(text)));
  return align === 'end' ? space + text : text + space;
}
