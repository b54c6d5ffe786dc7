import { folded } from './record-reader.ts';

/** Whether a record has all of these names, and at least one of the others if any are asked for, in any capitals. */
export function hasKeys(record: unknown, all: readonly string[], any: readonly string[] = []): boolean {
  if (typeof record !== 'object' || record === null || Array.isArray(record)) return false;
  const own = new Set(Object.keys(record).map(folded));
  const has = (name: string) => own.has(folded(name));
  return all.every(has) && (any.length === 0 || any.some(has));
}
