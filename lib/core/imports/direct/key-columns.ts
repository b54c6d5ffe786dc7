import { named } from '../csv/header.ts';
import type { FlatRecord } from '../records/flat-record.ts';

/** Keys that mean nothing here and are remembered, so that each is looked at once. */
const MOST_REMEMBERED = 10_000;

/**
 * The keys of records as the columns of a table; keys that differ in capitals are one. Records leave out what they do not
 * have, so that a column may come first in the last of them: those that are `wanted` become columns whenever they come.
 */
export function keyColumns(first: readonly string[], wanted: readonly string[]) {
  const header: string[] = [];
  /** By the key as it is written, and by the name that it stands for. */
  const places = new Map<string, number>();
  const columns = new Map<string, number>();
  const missing = new Set(wanted.map(named));
  const passed = new Set<string>();

  const add = (key: string): number => {
    const place = columns.get(named(key)) ?? header.push(key) - 1;
    columns.set(named(key), place);
    places.set(key, place);
    missing.delete(named(key));
    return place;
  };

  /** Where a key's cell stands; undefined = it means nothing here. */
  const placeOf = (key: string): number | undefined => {
    const known = places.get(key);
    if (known !== undefined || passed.has(key)) return known;
    if (missing.has(named(key)) || columns.has(named(key))) return add(key);
    if (passed.size < MOST_REMEMBERED) passed.add(key);
    return undefined;
  };

  for (const key of first) add(key);
  return {
    /** As far as it is known; it only ever becomes longer. */
    header: header as readonly string[],
    /** A record's cells in the order of the header, which they may make longer. */
    cellsOf(record: FlatRecord): string[] {
      const cells = header.map(() => '');
      for (const [key, cell] of record) {
        const place = placeOf(key);
        if (place !== undefined) cells[place] = cell;
      }
      return cells;
    },
  };
}
