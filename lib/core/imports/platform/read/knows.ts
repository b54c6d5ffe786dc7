import type { Sample } from '../platform-format.ts';
import { hasKeys } from './has-keys.ts';

/** Whether a document's header, or one of its records, has all of these names and at least one of the others. */
export function knows(
  { shape, header, records }: Sample,
  all: readonly string[],
  any: readonly string[] = [],
): boolean {
  if (shape === 'table') return hasKeys(Object.fromEntries(header.map((name) => [name, null])), all, any);
  return records.some((record) => hasKeys(record, all, any));
}
