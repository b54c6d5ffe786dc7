import type { Cell, Text } from '#format';
import { commaList } from './comma-list.ts';

/** Where in a file something is wrong. Row 1 is the header; null = the fault has no row, column or value. */
export type FilePlace = { row?: number; column?: string; value?: string };

/**
 * A file of which nothing can be used: it is empty, cut off, not text, has no header, lacks a column, or needs a zone,
 * vendor or program that is not declared. Whoever has taken rows from it already must take them back.
 */
export class UnusableFileError extends Error {
  override readonly name = 'UnusableFileError';
  readonly file: string;
  readonly row: number | null;
  readonly column: string | null;
  readonly value: string | null;
  readonly reason: Text;
  /** File, row, column, value and reason in one sentence; `message` is for logs and names the reason by its key. */
  readonly sentence: Text;

  constructor(file: string, reason: Text, place: FilePlace = {}) {
    const { row, column, value } = place;
    super([file, row, column, value].filter(Boolean).join(', ').concat(`: ${reason.key}`));
    this.file = file;
    this.row = row ?? null;
    this.column = column ?? null;
    this.value = value ?? null;
    this.reason = reason;
    this.sentence = sentence(file, reason, place);
  }
}

function sentence(file: string, reason: Text, { row, column, value }: FilePlace): Text {
  const say = (text: Text): Cell => ({ kind: 'say', text });
  const place = commaList([
    { kind: 'text', text: file },
    ...(row ? [say({ key: 'files.row', values: { row } })] : []),
    ...(column ? [say({ key: 'files.column', values: { column } })] : []),
    ...(value ? [say({ key: 'files.value', values: { value } })] : []),
  ]);
  return { key: 'files.at', values: { place, reason: say(reason) } };
}

/** Makes the error of the file at hand: readers know what is wrong and where, not what the file is called. */
export type Unusable = (reason: Text, place?: FilePlace) => UnusableFileError;
