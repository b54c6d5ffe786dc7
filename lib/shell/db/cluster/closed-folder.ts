import { existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** Whether somebody else could not pass through a folder above the path; a temporary clone often lies in such a one. */
export function isClosedToOthers(path: string): boolean {
  for (let at = dirname(path); at !== dirname(at); at = dirname(at))
    if (existsSync(at) && (statSync(at).mode & 0o001) === 0) return true;
  return false;
}
