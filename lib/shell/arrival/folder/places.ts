import { join } from 'node:path';
import { isBatchId } from '#db';
import type { Text } from '#format';

/** Folders of the watched one that are ours. */
export const DONE = 'done';
export const FAILED = 'failed';

/** Files that somebody is still writing, or keeps for themselves. */
export function isUnfinished(name: string): boolean {
  return name.startsWith('.') || name.endsWith('~') || /\.(part|partial|filepart|tmp|temp|crdownload)$/i.test(name);
}

/** A file that lies in the watched folder: in which folders below it, and under which name. */
export type Laid = { folders: readonly string[]; name: string };

/** Whose file it is, by where it lies; or why it is nobody's. */
export type Owner = { vendor: string; program: string | null } | { refused: Text };

/** `<vendor>/file` or `<vendor>/<program>/file`. */
export function ownerOf({ folders: [vendor, program, ...deeper] }: Laid): Owner {
  if (vendor === undefined) return { refused: { key: 'arrival.no_vendor' } };
  return deeper.length > 0 ? { refused: { key: 'arrival.too_deep' } } : { vendor, program: program ?? null };
}

/** A file that has been taken: it stays where it lies, hidden, until it is imported. */
export type Taken = Laid & { id: string };

const taken = /^\.breakeven-([0-9a-f-]{36})-(.+)$/s;

/** The name of a taken file, which holds the one it had. */
export function takenName({ id, name }: Pick<Taken, 'id' | 'name'>): string {
  return `.breakeven-${id}-${name}`;
}

/** What a file was called before it was taken; null where it is none that was. */
export function readTakenName(hidden: string): Pick<Taken, 'id' | 'name'> | null {
  const [, id = '', name = ''] = taken.exec(hidden) ?? [];
  return isBatchId(id) ? { id, name } : null;
}

/** Where a file lies. */
export function pathOf(root: string, { folders }: Laid, name: string): string {
  return join(root, ...folders, name);
}

/** Where a taken file goes in the end; the beginning of its own id keeps it apart from others of its name. */
export function endOf(root: string, { folders, id, name }: Taken, outcome: typeof DONE | typeof FAILED): string {
  return join(root, outcome, ...folders, `${id.slice(0, 8)}-${name}`);
}
