import type { Dirent } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DONE, FAILED, isUnfinished, type Laid, pathOf, readTakenName, type Taken } from './places.ts';

/** A file as it is at the moment of a look. */
export type Seen = Laid & { path: string; size: number; modified: number };

/** What lies in the watched folder: files that may be taken, and those that were. */
export type Found = { files: Seen[]; taken: (Taken & { since: number })[] };

/** Folders below this depth are a mistake, or somebody's disk. */
const DEEPEST = 4;

async function* entries(
  root: string,
  folders: readonly string[] = [],
): AsyncGenerator<{ folders: readonly string[]; entry: Dirent }> {
  for (const entry of await readdir(join(root, ...folders), { withFileTypes: true })) {
    const ours = folders.length === 0 && (entry.name === DONE || entry.name === FAILED);
    if (entry.isFile()) yield { folders, entry };
    else if (entry.isDirectory() && !ours && !entry.name.startsWith('.') && folders.length < DEEPEST)
      yield* entries(root, [...folders, entry.name]);
  }
}

/** Looks through the watched folder. Links are nobody's file; one that goes away meanwhile was taken by another process. */
export async function scan(root: string): Promise<Found> {
  const found: Found = { files: [], taken: [] };
  for await (const { folders, entry } of entries(root)) {
    const { name } = entry;
    const was = readTakenName(name);
    if (!was && isUnfinished(name)) continue;
    const path = pathOf(root, { folders, name }, name);
    const stat = await lstat(path).catch(() => null);
    if (!stat) continue;
    if (was) found.taken.push({ ...was, folders, since: stat.ctimeMs });
    else if (stat.size > 0) found.files.push({ folders, name, path, size: stat.size, modified: stat.mtimeMs });
  }
  return found;
}
