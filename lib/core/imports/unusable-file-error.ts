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
  readonly reason: string;

  constructor(file: string, reason: string, { row, column, value }: FilePlace = {}) {
    const place = [row && `row ${row}`, column && `column ${column}`, value && `"${value}"`].filter(Boolean);
    super([file, ...place].join(', ').concat(`: ${reason}`));
    this.file = file;
    this.row = row ?? null;
    this.column = column ?? null;
    this.value = value ?? null;
    this.reason = reason;
  }
}

/** Makes the error of the file at hand: readers know what is wrong and where, not what the file is called. */
export type Unusable = (reason: string, place?: FilePlace) => UnusableFileError;
