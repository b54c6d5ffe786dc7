import { named } from '../csv/header.ts';
import type { Mapping } from './schema.ts';

/** A mapping that a vendor's earlier file was read by, and the header that it was made for. */
export type SavedMapping = { name: string; header: readonly string[]; mapping: Mapping };

const key = (header: readonly string[]) => JSON.stringify(header.map(named).sort());

/** The saved mapping of a file with this header: the same names, in any order and capitals; null = none. */
export function chooseMapping(header: readonly string[], saved: readonly SavedMapping[]): SavedMapping | null {
  const own = key(header);
  return saved.find((one) => key(one.header) === own) ?? null;
}
