import { directions } from '#calls';
import type { Fault } from '../cells/fault.ts';
import { wordReader } from '../cells/word.ts';
import { fold } from '../vendor-words.ts';

/** The words for yes and no that need no explaining. */
export const yesNo: Readonly<Record<string, boolean>> = {
  true: true,
  false: false,
  yes: true,
  no: false,
  '1': true,
  '0': false,
};

/** A word's meaning as the mapping has it, as written or else without regard to capitals; another word is itself. */
export function translated(words: Readonly<Record<string, string>> = {}): (word: string) => string {
  const known = new Map(Object.entries(words));
  if (known.size === 0) return (word) => word;
  const folded = new Map([...known].reverse().map(([word, meaning]) => [fold(word), meaning]));
  return (word) => known.get(word) ?? folded.get(fold(word)) ?? word;
}

/** Reader of one of a few meanings, by the file's own words for them or by ours; a fault lists both. */
export function meaningOf<T>(
  meanings: Readonly<Record<string, T>>,
  words: Readonly<Record<string, string>> = {},
): (word: string) => T | Fault {
  const own = Object.entries(words).flatMap(([word, meaning]) => {
    const value = Object.hasOwn(meanings, fold(meaning)) ? meanings[fold(meaning)] : undefined;
    return value === undefined ? [] : [[fold(word), value] as const];
  });
  const read = wordReader<T>({ ...meanings, ...Object.fromEntries(own) });
  return (word) => read(fold(word));
}

/** The directions by their own names. */
export const directionWords = Object.fromEntries(directions.map((direction) => [direction, direction])) as Record<
  string,
  (typeof directions)[number]
>;
