import { named, rejectColumns } from '../csv/header.ts';
import type { Mapping } from './schema.ts';

/** A mapping that a vendor's earlier file was read by, and the header that it was made for. */
export type SavedMapping = { name: string; header: readonly string[]; mapping: Mapping };

function key(header: readonly string[]): string {
  const names = header.map(named).filter((name) => !rejectColumns.has(name));
  return JSON.stringify(names.sort());
}

/**
 * The saved mapping of a file with this header: the same names, in any order and capitals; null = none. Rejected rows
 * that were mended come back under the header of their file.
 */
export function chooseMapping(header: readonly string[], saved: readonly SavedMapping[]): SavedMapping | null {
  const own = key(header);
  return saved.find((one) => key(one.header) === own) ?? null;
}
