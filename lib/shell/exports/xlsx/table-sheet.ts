import { type CellStyle, rangeRef, type WriteSheet } from 'hucre/xlsx';
import type { Field } from '../field.ts';
import type { FileTable } from '../file-table.ts';
import { sheetOf } from './sheet.ts';
import { type SheetCell, sheetCell, styled, textCell } from './sheet-cell.ts';

const rule = { style: 'thin', color: { rgb: '8A94A3' } } as const;
const headStyle: CellStyle = {
  font: { bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'EEF1F5' } },
  border: { bottom: rule },
  alignment: { wrapText: true, vertical: 'bottom' },
};
const totalStyle: CellStyle = { font: { bold: true }, border: { top: rule } };

const NARROWEST = 9;
const WIDEST = 60;

/** A table on a sheet of its own: the head stays in sight and filters, the total stands below under a rule. */
export function tableSheet(name: string, { head, rows, total }: FileTable): WriteSheet {
  const all = total ? [...rows, total] : rows;
  const right = head.map((_, at) => all.some((row) => row[at]?.kind === 'number'));
  const heads = head.map((text, at) =>
    styled(textCell(text), { ...headStyle, alignment: { ...headStyle.alignment, ...(right[at] && toTheRight) } }),
  );
  const body = rows.map((row) => row.map(bodyCell));
  const last = total ? [total.map((field) => styled(bodyCell(field), totalStyle))] : [];
  return sheetOf(name, [heads, ...body, ...last], {
    columns: head.map((text, at) => ({
      width: widthOf(
        text,
        all.map((row) => row[at]),
      ),
    })),
    freezePane: { rows: 1, columns: 1 },
    ...(rows.length > 0 && { autoFilter: { range: rangeRef(0, 0, rows.length, head.length - 1) } }),
    pageSetup: { printTitlesRow: '$1:$1' },
  });
}

const toTheRight = { horizontal: 'right' } as const;

function bodyCell(field: Field): SheetCell {
  return styled(sheetCell(field), {
    alignment: { vertical: 'top', ...(field.kind === 'words' && { wrapText: true }) },
  });
}

/** Wide enough for what stands in the column; a long head takes two lines, a sentence as many as it needs. */
function widthOf(head: string, fields: readonly (Field | undefined)[]): number {
  const word = Math.max(...head.split(' ').map(({ length }) => length));
  const needed = Math.max(NARROWEST, word, head.length / 2, ...fields.map((field) => (field ? lengthOf(field) : 0)));
  return Math.min(WIDEST, Math.ceil(needed) + 3);
}

/** How long a field is as it is shown. */
function lengthOf(field: Field): number {
  if (field.kind === 'code') return field.word.length;
  if (field.kind !== 'number') return field.text.length;
  const [whole = ''] = field.text.split('.');
  return whole.length + Math.floor(whole.length / 3) + field.look.decimals + 1;
}
