import type { Session } from '#db';
import { fileOfBytes, fileOfStream, type SourceFile } from '#imports';
import { type ImportInput, type ImportResult, importCalls } from '#operations';

type Row = Record<string, string | number | null>;

/** A canonical call log with the columns that the first row has. */
export function callLog(rows: readonly Row[]): string {
  const columns = Object.keys(rows[0] ?? { call_id: '', started_at: '', talk_s: '' });
  const lines = rows.map((row) => columns.map((column) => row[column] ?? '').join(','));
  return [columns.join(','), ...lines, ''].join('\n');
}

async function* bytesOf(texts: Iterable<string>): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield new TextEncoder().encode(text);
}

function fileOf(name: string, content: string | Uint8Array | Iterable<string>): SourceFile {
  if (typeof content === 'string') return fileOfBytes(name, new TextEncoder().encode(content));
  return content instanceof Uint8Array ? fileOfBytes(name, content) : fileOfStream(name, () => bytesOf(content));
}

/** Imports a log of vendor `norte` into program `orders`, unless the options say otherwise. */
export function importLog(
  session: Session,
  content: string | Uint8Array | Iterable<string>,
  { fileName = 'calls.csv', ...options }: Partial<ImportInput> & { fileName?: string } = {},
): Promise<ImportResult> {
  return importCalls(session, {
    files: [fileOf(fileName, content)],
    vendor: 'norte',
    program: 'orders',
    timezone: 'Europe/Rome',
    format: null,
    mapping: null,
    strict: false,
    ...options,
  });
}
