import { hash, randomBytes } from 'node:crypto';
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

const BLOCK = 64;

/** The key block with every byte changed by `pad`; a hexadecimal block stays ASCII, so that it can be joined as text. */
function padded(block: string, pad: number): string {
  return String.fromCharCode(...[...block].map((letter) => letter.charCodeAt(0) ^ pad));
}

/**
 * HMAC-SHA-256 (RFC 2104) of a vendor's customer reference under the hexadecimal SHA-256 of the key, its first 128 bits
 * as hex: never the reference itself. Written out, because a million references a file are hashed and one-shot hashing
 * takes half of createHmac's time.
 */
export function customerHasher(key: string): (reference: string) => string {
  const block = hash('sha256', key, 'hex');
  const inner = padded(block, 0x36);
  const outer = Buffer.alloc(BLOCK + 32);
  outer.write(padded(block, 0x5c), 'latin1');
  return (reference) => {
    outer.write(hash('sha256', inner + reference, 'binary'), BLOCK, 'binary');
    return hash('sha256', outer, 'hex').slice(0, 32);
  };
}
