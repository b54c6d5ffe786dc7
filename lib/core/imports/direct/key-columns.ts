import { named } from '../csv/header.ts';
import type { FlatRecord } from '../records/flat-record.ts';

/** Keys that mean nothing here and are remembered, so that each is looked at once. */
const MOST_REMEMBERED = 10_000;

/**
 * The keys of records as the columns of a table. Records leave out what they do not have, so that a column may come
 * first in the last of them: those that are `wanted` become columns whenever they come.
 */
export function keyColumns(first: readonly string[], wanted: readonly string[]) {
  const header = [...first];
  const places = new Map(header.map((name, index) => [name, index]));
  const missing = new Set(wanted.map(named));
  for (const name of header) missing.delete(named(name));
  const passed = new Set<string>();

  /** Where a key's cell stands; undefined = it means nothing here. */
  const placeOf = (key: string): number | undefined => {
    const known = places.get(key);
    if (known !== undefined || passed.has(key)) return known;
    if (!missing.delete(named(key))) {
      if (passed.size < MOST_REMEMBERED) passed.add(key);
      return undefined;
    }
    header.push(key);
    places.set(key, header.length - 1);
    return header.length - 1;
  };

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
