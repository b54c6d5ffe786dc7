/** A file to choose. */
export type LogFile = { name: string; mimeType: string; buffer: Buffer };

type Row = Record<string, string | number>;

/** A canonical call log with the columns of its first row. */
export function callLog(name: string, rows: readonly Row[]): LogFile {
  const columns = Object.keys(rows[0] ?? {});
  const lines = rows.map((row) => columns.map((column) => row[column] ?? '').join(','));
  return { name, mimeType: 'text/csv', buffer: Buffer.from([columns.join(','), ...lines, ''].join('\n')) };
}
