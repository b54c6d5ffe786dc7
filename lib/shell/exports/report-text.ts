import { cellText, figureText, type Say, type Text } from '#format';
import type { Column, Report, Row, Table } from '#reports';

const GAP = '  ';

/**
 * A report for a terminal of the given width: its sentences, then each table aligned. A table too wide for the
 * terminal is written row by row, a figure on each line. Charts are left to the page.
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
  const heads = columns.map((column) => headText(column, say));
  const texts = rows.map(({ cells }) => columns.map(({ id }) => (cells[id] ? figureText(cells[id], say) : '')));
  const widths = heads.map((head, index) => Math.max(...[head, ...texts.map((row) => row[index] ?? '')].map(length)));
  const natural = widths.reduce((sum, each) => sum + each + GAP.length, -GAP.length);
  if (natural > width) return records(heads, rows, texts, say, width);
  const aligned = (row: readonly string[]) =>
    row
      .map((text, index) => pad(text, widths[index] ?? 0, columns[index]?.align ?? 'start'))
      .join(GAP)
      .trimEnd();
  const rule = widths.map((each) => '-'.repeat(each)).join(GAP);
  return [aligned(heads), rule, ...texts.flatMap((row, at) => [aligned(row), ...reasonLines(rows[at], say, width)])];
}

/** One row after the other, `head  figure` on each line. */
function records(
  heads: readonly string[],
  rows: readonly Row[],
  texts: readonly (readonly string[])[],
  say: Say,
  width: number,
): string[] {
  const headWidth = Math.max(...heads.map(length));
  return texts.flatMap((row, at) => [
    ...(at === 0 ? [] : ['']),
    ...row.flatMap((text, index) =>
      text === '' ? [] : [`${pad(heads[index] ?? '', headWidth, 'start')}${GAP}${text}`],
    ),
    ...reasonLines(rows[at], say, width),
  ]);
}

function reasonLines(row: Row | undefined, say: Say, width: number): string[] {
  return row?.reason ? wrapped(say(row.reason), width - GAP.length).map((text) => GAP + text) : [];
}

function noteLines(notes: readonly Text[], say: Say, width: number): string[] {
  return notes.flatMap((note) =>
    wrapped(say(note), width - GAP.length).map((text, index) => (index === 0 ? `- ${text}` : GAP + text)),
  );
}

function headText({ label, unit }: Column, say: Say): string {
  return unit ? `${say(label)} (${say(unit)})` : say(label);
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
