import { readFileSync, statSync } from 'node:fs';
import { UsageError } from './command.ts';

/** Bytes that a file to be read has. Throws a UsageError where there is no such file. */
export function sizeOf(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found?.isFile()) throw new UsageError(`there is no file ${path}`);
  return found.size;
}

/** The whole of a file that is small enough for it. Throws a UsageError where there is no such file. */
export function contentOf(path: string): Buffer {
  sizeOf(path);
  return readFileSync(path);
}
