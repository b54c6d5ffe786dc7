import { z } from 'zod';
import type { Text } from '#format';
import { shown } from '../../cells/shown.ts';
import { isObject } from '../../is-object.ts';
import type { RowFault } from '../../log-format.ts';
import { folded } from './record-reader.ts';

/** A record with records in it, every value of which could be read; or its faults, by their path in it. */
export type ReadNested<Values> = { values: Values } | { faults: RowFault[] };

/** Keys that are remembered: a platform has some hundreds, and a file that makes up new ones shall not fill the memory. */
const MOST_KEYS = 1_000;

/** Finder of the name that a key stands for, in any capitals and punctuation; null = for none. */
function nameFinder(names: readonly string[]): (key: string) => string | null {
  const byFold = new Map(names.map((name) => [folded(name), name]));
  const found = new Map<string, string | null>(names.map((name) => [name, name]));
  return (key) => {
    const known = found.get(key);
    if (known !== undefined) return known;
    const name = byFold.get(folded(key)) ?? null;
    if (found.size < MOST_KEYS) found.set(key, name);
    return name;
  };
}

/** An object under the names that are asked for, those that it lacks undefined; anything else as it is. */
function renamer(names: readonly string[]): (value: unknown) => unknown {
  const nameOf = nameFinder(names);
  return (value) => {
    if (!isObject(value)) return value;
    const renamed: Record<string, unknown> = {};
    for (const name of names) renamed[name] = undefined;
    for (const key of Object.keys(value)) {
      const name = nameOf(key);
      if (name !== null && (name === key || !Object.hasOwn(value, name))) renamed[name] = value[key];
    }
    return renamed;
  };
}

/** A record under its own names. */
export function object<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.preprocess(renamer(Object.keys(shape)), z.object(shape));
}

/** A record within a record: null where it is missing. */
export function section<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.preprocess((value) => (value === '' ? null : (value ?? null)), object(shape).nullable());
}

/** Things within a record: none where the list is missing. */
export function listOf<Item extends z.ZodType>(item: Item) {
  return z.preprocess((value) => value ?? [], z.array(item));
}

/** Records within a record: none where the list is missing. */
export function list<Shape extends z.ZodRawShape>(shape: Shape) {
  return listOf(object(shape));
}

type Path = readonly PropertyKey[];

/** `Agent.Username`, `participants[2].purpose`. */
function written(path: Path): string | null {
  const text = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('');
  return text === '' ? null : text.replace(/^\./, '');
}

function valueAt(record: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, part) => {
    if (typeof part === 'number') return Array.isArray(value) ? value[part] : undefined;
    const name = String(part);
    return isObject(value) ? (renamer([name])(value) as Record<string, unknown>)[name] : undefined;
  }, record);
}

function reasonOf(issue: z.core.$ZodIssue): Text {
  if (issue.code === 'custom') return issue.params?.reason;
  const isList = issue.code === 'invalid_type' && issue.expected === 'array';
  return { key: isList ? 'rejects.not_a_list' : 'rejects.not_an_object' };
}

/**
 * Reader of records that have records in them, by a schema whose keys are the names as the platform writes them: `section`
 * and `list` for what is nested, `required`, `optional` and `detail` for values. What is not in the schema is ignored.
 */
export function nestedReader<Shape extends z.ZodRawShape>(
  shape: Shape,
): (record: unknown) => ReadNested<z.output<z.ZodObject<Shape>>> {
  const schema = object(shape);
  const faultOf = (record: unknown, issue: z.core.$ZodIssue): RowFault => {
    const value = valueAt(record, issue.path);
    const plain = ['string', 'number', 'boolean'].includes(typeof value) && value !== '';
    return { column: written(issue.path), value: plain ? shown(String(value)) : null, reason: reasonOf(issue) };
  };
  return (record) => {
    const read = schema.safeParse(record);
    if (read.success) return { values: read.data as z.output<z.ZodObject<Shape>> };
    return { faults: read.error.issues.map((issue) => faultOf(record, issue)) };
  };
}
