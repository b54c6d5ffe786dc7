import { gunzipSync } from 'node:zlib';
import { requirePermission } from '#auth';
import { type Session, saveRates } from '#db';
import { readReferenceRates, UnusableFileError } from '#imports';
import { judgeAll } from './judge-vendors.ts';

/** Takes the European Central Bank's history of reference rates, plain or gzipped; the same file again changes nothing. */
export async function importRates(
  session: Session,
  input: { bytes: Uint8Array; fileName: string },
): Promise<{ rates: number; inserted: number; updated: number }> {
  requirePermission(session, 'change', 'rates');
  const rates = readReferenceRates(
    textOf(input),
    (reason, place) => new UnusableFileError(input.fileName, reason, place),
  );
  return session.database.transaction(async (tx) => {
    const { inserted, updated } = await saveRates(tx, rates);
    if (inserted + updated > 0) await judgeAll(tx, session.now());
    return { rates: rates.length, inserted, updated };
  });
}

function textOf({ bytes, fileName }: { bytes: Uint8Array; fileName: string }): string {
  const zipped = bytes[0] === 0x1f && bytes[1] === 0x8b;
  try {
    return new TextDecoder().decode(zipped ? gunzipSync(bytes) : bytes);
  } catch {
    throw new UnusableFileError(fileName, { key: 'files.gzip_unreadable' });
  }
}
