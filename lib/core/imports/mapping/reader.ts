import type { ImportOptions } from '../import-options.ts';
import type { RowReader } from '../log-format.ts';
import type { Unusable } from '../unusable-file-error.ts';
import type { Mapping } from './schema.ts';

/**
 * Makes the reader of a table's rows from a mapping of its columns; throws where the header lacks one of them.
 * `headerRow` is where the header stands: data rows are counted from the next one.
 */
export function mappingReader(
  header: readonly string[],
  mapping: Mapping,
  options: ImportOptions,
  unusable: Unusable,
  headerRow = 1,
): RowReader {
  throw new Error(`not made yet: ${header.length}, ${mapping.name}, ${options.vendor}, ${unusable.name}, ${headerRow}`);
}
