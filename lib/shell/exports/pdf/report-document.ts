import type { Content, ContentText, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { cellText, type Say, type Text } from '#format';
import type { Report, Section, Table, TimeChart } from '#reports';
import { sectionTable } from '../section-table.ts';
import { chartSvg } from './chart-svg.ts';
import { ink, margins, sheet, type } from './look.ts';
import { tableBlock, tableWidth } from './table-block.ts';

/** Tables of up to so many rows are not torn by the end of a page. */
const KEPT_WHOLE = 8;

/** A table of thousands of rows would keep the server busy for seconds, for pages that nobody reads. */
const MOST_ROWS = 500;

/** From here on down a page has no room for a heading and the first rows below it. */
const FOOT = 0.82;

/** The pages of a report: upright, or across where a table needs the width. */
export function reportDocument(report: Report, say: Say, now: Date): TDocumentDefinitions {
  const sides = margins[0] + margins[2];
  const tables = report.sections.filter(({ kind }) => kind !== 'time').map(sectionTable);
  const across = tables.some((table) => tableWidth(table, say) > sheet.narrow - sides);
  const room = (across ? sheet.wide : sheet.narrow) - sides;
  const title = say(report.title);
  return {
    pageSize: 'A4',
    pageOrientation: across ? 'landscape' : 'portrait',
    pageMargins: margins,
    info: { title, creator: 'Breakeven', creationDate: now },
    language: say.locale,
    defaultStyle: { font: 'Roboto', fontSize: type.text, color: ink.text, lineHeight: 1.15 },
    content: [
      ...headOf(report, title, say),
      ...report.sections.flatMap((section) => sectionBlock(section, say, room)),
      ...notesBlock(report.notes, say),
    ],
    footer: (page, pages) => footerOf({ title, page, pages, now }, say),
    // A heading at the foot of a page goes with what it is the heading of.
    pageBreakBefore: ({ headlineLevel, startPosition }) => headlineLevel === 1 && startPosition.verticalRatio > FOOT,
  };
}

function headOf({ headline, period, currency }: Report, title: string, say: Say): Content[] {
  const about = [cellText({ kind: 'period', ...period }, say), currency].join(' · ');
  return [
    { text: title, fontSize: type.title, bold: true, lineHeight: 1 },
    { text: about, color: ink.muted, margin: [0, 3, 0, 10] },
    ...headline.map(
      (sentence, at): Content => ({
        text: say(sentence),
        ...(at === 0 && { fontSize: type.lead, bold: true }),
        margin: [0, 0, 0, 3],
      }),
    ),
  ];
}

function sectionBlock(section: Section, say: Say, room: number): Content[] {
  const heading = headingOf(say(section.title));
  const notes = sentences(section.notes, say);
  const whole = (content: Content[]): Content[] => [{ stack: [heading, ...content, ...notes], unbreakable: true }];
  if (section.kind === 'time' && isDrawable(section))
    return whole([{ svg: chartSvg(section, say, room) }, ...marksBlock(section.marks, say)]);
  const { table, cut } = shortened(sectionTable(section));
  const pieces = [...tableBlock(table, say, room), ...sentences(cut, say)];
  if (table.rows.length <= KEPT_WHOLE && pieces.length === 1) return whole(pieces);
  return [{ ...heading, headlineLevel: 1 }, ...pieces, ...notes];
}

/** What nobody would read on paper is left to the other files, and the paper says so. */
function shortened(table: Table): { table: Table; cut: Text[] } {
  const rows = table.rows.length;
  if (rows <= MOST_ROWS) return { table, cut: [] };
  const values = { shown: MOST_ROWS, rows };
  return { table: { ...table, rows: table.rows.slice(0, MOST_ROWS) }, cut: [{ key: 'exports.cut', values }] };
}

function headingOf(text: string): ContentText {
  return { text, fontSize: type.heading, bold: true, margin: [0, 12, 0, 4] };
}

/** Nothing that is known makes no chart: the table says of what nothing is known. */
function isDrawable({ lines }: TimeChart): boolean {
  return lines.some(({ points }) => points.some(({ value }) => value !== null));
}

/** What the numbers in a chart stand for. */
function marksBlock(marks: TimeChart['marks'], say: Say): Content[] {
  return marks.map(({ day, label }, index) => ({
    text: `${index + 1}  ${cellText({ kind: 'day', day }, say)}: ${say(label)}`,
    fontSize: type.small,
    color: ink.muted,
  }));
}

function notesBlock(notes: readonly Text[], say: Say): Content[] {
  if (notes.length === 0) return [];
  return [{ ...headingOf(say({ key: 'exports.notes' })), headlineLevel: 1 }, ...sentences(notes, say)];
}

function sentences(notes: readonly Text[], say: Say): Content[] {
  return notes.map((note) => ({ text: say(note), fontSize: type.figure, color: ink.muted, margin: [0, 0, 0, 2] }));
}

type Footer = { title: string; page: number; pages: number; now: Date };

function footerOf({ title, page, pages, now }: Footer, say: Say): Content {
  const at = cellText({ kind: 'instant', ms: now.getTime(), zone: 'UTC' }, say);
  const made = say({ key: 'exports.madeBy', values: { at } });
  return {
    columns: [
      { text: `${title} · ${made}`, width: '*' },
      { text: say({ key: 'exports.page', values: { page, pages } }), alignment: 'right', width: 'auto' },
    ],
    fontSize: type.small,
    color: ink.muted,
    margin: [margins[0], 18, margins[2], 0],
  };
}
