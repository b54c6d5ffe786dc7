import type { Column } from '#reports';

/** How the cells of a table keep off each other and off the edge of their panel. */
export const cellPadding = 'px-3 py-2 first:pl-4 last:pr-4';

/** Figures stand at the end of their column, words at its start. */
export function sideOf({ align }: Pick<Column, 'align'>): string {
  return align === 'end' ? 'text-right' : 'text-left';
}
