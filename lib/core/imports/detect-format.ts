import { lacks } from './csv/header.ts';
import type { ImportOptions } from './import-options.ts';
import type { RowReader } from './log-format.ts';
import { formats } from './registry.ts';
import type { Unusable } from './unusable-file-error.ts';

/** The reader of a header that lacks nothing of a format; else an error that says what is missing and what is there. */
export function detectFormat(
  header: readonly string[],
  options: ImportOptions,
  unusable: Unusable,
): { format: keyof typeof formats; reader: RowReader } {
  const missing = formats.canonical.missing(header);
  const [column] = missing;
  if (column === undefined) return { format: 'canonical', reader: formats.canonical.reader(header, options, unusable) };
  throw unusable(lacks(missing, header), { column });
}
