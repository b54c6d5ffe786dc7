import { createHash } from 'node:crypto';
import type { ImportOptions, SourceFile } from '#imports';

/** To be raised whenever a reader takes the same bytes for other calls than before: then they are read again. */
const READER_VERSION = 2;

/** A value as JSON in which the order of names says nothing. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (part instanceof Map) return [...part].sort(([a], [b]) => (a < b ? -1 : 1));
    if (part === null || typeof part !== 'object' || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

/** Hash of a file's bytes; null where they can be read only once, and the import needs them. */
export async function contentHash(file: SourceFile, onRead: (bytes: number) => Promise<void>): Promise<string | null> {
  if (file.size === null) return null;
  const hash = createHash('sha256');
  for await (const chunk of file.open()) {
    hash.update(chunk);
    await onRead(chunk.length);
  }
  return hash.digest('hex');
}

/**
 * What a delivery is known by when it comes again: its files' bytes, and everything that decides what calls they are:
 * how they are read, and what is declared. Null where a file could not be hashed.
 */
export function fingerprintOf(
  hashes: readonly (string | null)[],
  options: ImportOptions,
  strict: boolean,
): string | null {
  if (hashes.includes(null)) return null;
  const { vendor, vendors, hashCustomer, gather: _, ...rest } = options;
  const words = vendor === null ? vendors : (vendors.get(vendor) ?? null);
  const how = { ...rest, vendor, words, strict, customers: hashCustomer('fingerprint'), version: READER_VERSION };
  return createHash('sha256')
    .update(canonical([hashes, how]))
    .digest('hex');
}
