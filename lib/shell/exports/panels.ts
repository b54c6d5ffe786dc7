import type { Column } from '#reports';

type Measured = { width: number; align: Column['align'] };

/**
 * The columns in as many stretches as the room asks for, each led by the columns that name the row: those before the
 * first figure, or the first alone where they would take more than half of the room.
 */
export function panels<Own extends Measured>(columns: readonly Own[], room: number, gap: number): Own[][] {
  const figures = columns.findIndex(({ align }) => align === 'end');
  const names = columns.slice(0, Math.max(1, figures));
  const keys = 2 * widthOf(names, gap) <= room ? names : columns.slice(0, 1);
  const found: Own[][] = [];
  for (const column of columns.slice(keys.length)) {
    const last = found.at(-1);
    if (last && widthOf([...last, column], gap) <= room) last.push(column);
    else found.push([...keys, column]);
  }
  return found.length > 0 ? found : [keys];
}

/** The width of columns beside one another. */
export function widthOf(columns: readonly { width: number }[], gap: number): number {
  return columns.reduce((sum, column) => sum + column.width + gap, -gap);
}
