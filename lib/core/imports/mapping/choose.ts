import { named } from '../csv/header.ts';
import type { Mapping } from './schema.ts';

/** A mapping that a vendor's earlier file was read by, and the header that it was made for. */
export type SavedMapping = { name: string; header: readonly string[]; mapping: Mapping };

/** Columns that a file of rejected rows has behind its own. */
const added: ReadonlySet<string> = new Set(['reject_row', 'reject_reason']);

function key(header: readonly string[]): string {
  const names = header.map(named).filter((name) => !added.has(name));
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
