import type { Fault } from './fault.ts';

/** Reader of a cell that holds one of a few words, in capitals or not. */
export function wordReader<T>(meanings: Readonly<Record<string, T>>): (text: string) => T | Fault {
  const known = new Map(Object.entries(meanings));
  const fault: Fault = { fault: { key: 'rejects.unknown_word', values: { words: [...known.keys()].join(', ') } } };
  return (text) => known.get(text) ?? known.get(text.toLowerCase()) ?? fault;
}
