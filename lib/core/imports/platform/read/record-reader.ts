import { z } from 'zod';
import type { Text } from '#format';
import { shown } from '../../cells/shown.ts';
import { isObject } from '../../is-object.ts';
import type { RowFault } from '../../log-format.ts';

/** A record whose every value could be read, and whether it has a column or key at all, be it empty; or its faults. */
export type ReadRecord<Values> =
  | { values: Values; has: (name: keyof Values & string) => boolean }
  | { faults: RowFault[] };

/** A record's key by the name that it is asked for; undefined = it has none. */
type Keys = ReadonlyMap<string, string>;

/** A name as it is compared: `Call Sid`, `callSid` and `CALL_SID` are one. */
export function folded(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}

function keysOf(own: readonly string[], names: ReadonlyMap<string, readonly string[]>): Keys {
  const byFold = new Map<string, string>();
  for (const key of own) if (!byFold.has(folded(key))) byFold.set(folded(key), key);
  const keys = new Map<string, string>();
  for (const [name, spellings] of names) {
    const key = spellings.map((spelling) => byFold.get(folded(spelling))).find((found) => found !== undefined);
    if (key !== undefined) keys.set(name, key);
  }
  return keys;
}

/** Finder of keys that looks them up once where records of one table or list have the same ones in the same order. */
function keyFinder(names: ReadonlyMap<string, readonly string[]>): (record: Record<string, unknown>) => Keys {
  let last: { own: readonly string[]; keys: Keys } | null = null;
  return (record) => {
    const own = Object.keys(record);
    if (last === null || last.own.length !== own.length || own.some((key, index) => key !== last?.own[index]))
      last = { own, keys: keysOf(own, names) };
    return last.keys;
  };
}

/**
 * Reader of one platform's records by a schema of their values, whose keys are the names as the platform writes them.
 * Names are found in any capitals, order and punctuation, `also` gives those of other versions; what is not in the
 * schema is ignored. Faults name what is wrong by the record's own name for it.
 */
export function recordReader<Shape extends z.ZodRawShape>(
  shape: Shape,
  also: Partial<Record<keyof Shape & string, readonly string[]>> = {},
): (record: unknown) => ReadRecord<z.output<z.ZodObject<Shape>>> {
  const columns = Object.keys(shape) as (keyof Shape & string)[];
  const keysIn = keyFinder(new Map(columns.map((name) => [name, [name, ...(also[name] ?? [])]])));
  const schema = z.object(shape);
  return (record) => {
    if (!isObject(record)) return { faults: [{ column: null, value: null, reason: { key: 'rejects.not_an_object' } }] };
    const keys = keysIn(record);
    const under = (key: string | undefined) => (key === undefined ? undefined : record[key]);
    const raw = Object.fromEntries(columns.map((name) => [name, under(keys.get(name))]));
    const read = schema.safeParse(raw);
    if (read.success) return { values: read.data, has: (name) => keys.has(name) };
    return { faults: read.error.issues.map((issue) => faultOf(issue, raw, keys)) };
  };
}

function faultOf(issue: z.core.$ZodIssue, raw: Record<string, unknown>, keys: Keys): RowFault {
  const name = String(issue.path[0]);
  const value = raw[name];
  const plain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  const reason: Text = issue.code === 'custom' ? issue.params?.reason : { key: 'rejects.empty' };
  return { column: keys.get(name) ?? name, value: plain && value !== '' ? shown(String(value)) : null, reason };
}
