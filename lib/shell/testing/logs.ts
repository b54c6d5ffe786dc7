import type { Session } from '#db';
import { fileOfStream } from '#imports';
import { type ImportInput, type ImportResult, importCalls } from '#operations';

type Row = Record<string, string | number | null>;

/** A canonical call log with the columns that the first row has. */
export function callLog(rows: readonly Row[]): string {
  const columns = Object.keys(rows[0] ?? { call_id: '', started_at: '', talk_s: '' });
  const lines = rows.map((row) => columns.map((column) => row[column] ?? '').join(','));
  return [columns.join(','), ...lines, ''].join('\n');
}

async function* bytesOf(content: string | Uint8Array | Iterable<string>): AsyncGenerator<Uint8Array> {
  const chunks = typeof content === 'string' || content instanceof Uint8Array ? [content] : content;
  for (const chunk of chunks) yield typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk;
}

/** Imports a log of vendor `norte` into program `orders`, unless the options say otherwise. */
export function importLog(
  session: Session,
  content: string | Uint8Array | Iterable<string>,
  { fileName = 'calls.csv', ...options }: Partial<ImportInput> & { fileName?: string } = {},
): Promise<ImportResult> {
  return importCalls(session, {
    files: [fileOfStream(fileName, () => bytesOf(content))],
    vendor: 'norte',
    program: 'orders',
    timezone: 'Europe/Rome',
    format: null,
    mapping: null,
    strict: false,
    ...options,
  });
}
