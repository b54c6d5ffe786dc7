/** A row's cells by column, as platforms' formats read them: trimmed, an empty one null. */
export type TableRecord = Record<string, string | null>;

/** The names of a header's columns: trimmed, and one that comes again numbered, so that no column hides another. */
export function columnNames(header: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return header.map((cell) => {
    const name = cell.trim();
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
}

/** One row as an object by column. */
export function recordOf(names: readonly string[], cells: readonly string[]): TableRecord {
  return Object.fromEntries(names.map((name, index) => [name, cells[index]?.trim() || null]));
}
