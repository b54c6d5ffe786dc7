import type { WriteSheet } from 'hucre/xlsx';
import { cellText, type Say, type Text } from '#format';
import type { Report } from '#reports';
import { sheetOf } from './sheet.ts';
import { type SheetCell, sheetCell, styled, textCell } from './sheet-cell.ts';

/** A sheet of the workbook with what its table leaves out or assumes. */
type Listed = { name: string; title: Text; notes: readonly Text[] };

type Input = { name: string; report: Report; sheets: readonly Listed[]; now: Date };

/** The first sheet: what the workbook is of, its answer in sentences, what to know, and the way to each table. */
export function coverSheet({ name, report, sheets, now }: Input, say: Say): WriteSheet {
  const label = (key: string) => styled(textCell(say({ key })), { font: { color: { rgb: '5B6675' } }, alignment: top });
  const block = (key: string, cells: readonly SheetCell[]) =>
    cells.map((cell, at) => [at === 0 ? label(key) : {}, cell]);
  const sentences = (texts: readonly Text[]) => texts.map((text) => prose(say(text)));
  const rows: SheetCell[][] = [
    [styled(textCell(say(report.title)), { font: { bold: true, size: 15 } })],
    [],
    ...block('exports.period', [textCell(cellText({ kind: 'period', ...report.period }, say))]),
    ...block('columns.currency', [textCell(report.currency)]),
    ...block('exports.made', [sheetCell({ kind: 'instant', text: now.toISOString() })]),
    ...apart(block('exports.summary', sentences(report.headline))),
    ...apart(block('exports.notes', sentences(report.notes))),
    ...apart(block('exports.sheets', sheets.map(linkTo))),
    ...sheets
      .filter(({ notes }) => notes.length > 0)
      .flatMap(({ title, notes }) =>
        apart(notes.map((note, at) => [at === 0 ? named(say(title)) : {}, prose(say(note))])),
      ),
  ];
  return sheetOf(name, rows, { columns: [{ width: 26 }, { width: 110 }], view: { showGridLines: false } });
}

const top = { vertical: 'top', wrapText: true } as const;

/** A block with an empty row above it; nothing where it is empty. */
function apart(rows: SheetCell[][]): SheetCell[][] {
  return rows.length === 0 ? [] : [[], ...rows];
}

function prose(text: string): SheetCell {
  return styled(textCell(text), { alignment: top });
}

function named(title: string): SheetCell {
  return styled(textCell(title), { font: { color: { rgb: '5B6675' } }, alignment: top });
}

function linkTo({ name }: Listed): SheetCell {
  const location = `'${name.replaceAll("'", "''")}'!A1`;
  return styled(
    { ...textCell(name), hyperlink: { target: '', location } },
    { font: { underline: true, color: { rgb: '1F5FBF' } } },
  );
}
