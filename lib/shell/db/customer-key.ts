import { createHmac, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

/** The key under which customer references are hashed; made once and kept beside the embedded database. */
export function customerKey(given: string | null, dataDir: string): string {
  if (given !== null) return given;
  const file = `${dataDir}/customer-key`;
  mkdirSync(dataDir, { recursive: true });
  try {
    writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8');
}

/** HMAC-SHA-256 of a vendor's customer reference, its first 128 bits as hex: never the reference itself. */
export function customerHasher(key: string): (reference: string) => string {
  return (reference) => createHmac('sha256', key).update(reference).digest('hex').slice(0, 32);
}
