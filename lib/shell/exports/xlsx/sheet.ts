import type { WriteSheet } from 'hucre/xlsx';
import type { SheetCell } from './sheet-cell.ts';

/** Rows of cells as a sheet, set up to be printed on A4 across the page. */
export function sheetOf(name: string, rows: readonly SheetCell[][], rest: Omit<WriteSheet, 'name'> = {}): WriteSheet {
  const cells = rows.flatMap((row, at) => row.map((cell, column) => [`${at},${column}`, cell] as const));
  return {
    name,
    rows: rows.map((row) => row.map(({ value = null }) => value)),
    cells: new Map(cells),
    ...rest,
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      ...rest.pageSetup,
    },
  };
}
