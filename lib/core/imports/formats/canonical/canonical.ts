import type { OptionalTime } from '../../call-batch.ts';
import { keptReference } from '../../cells/customer.ts';
import { ignoredColumns, named, positionsOf } from '../../csv/header.ts';
import type { ImportOptions } from '../../import-options.ts';
import type { LogFormat, RowReader } from '../../log-format.ts';
import type { Unusable } from '../../unusable-file-error.ts';
import { type CanonicalColumn, canonicalColumns, requiredColumns } from './columns.ts';
import { rowReader } from './row-reader.ts';

const optionalTimes = { wait_s: 'wait', hold_s: 'hold', wrap_s: 'wrap' } as const satisfies Partial<
  Record<CanonicalColumn, OptionalTime>
>;

function isCanonical(name: string): name is CanonicalColumn {
  return (canonicalColumns as readonly string[]).includes(name);
}

/** What the rows themselves do not say must come with the import, and must have been declared. */
function checkOrigin(positions: ReadonlyMap<CanonicalColumn, number>, options: ImportOptions, unusable: Unusable) {
  if (options.vendor === null && !positions.has('vendor'))
    throw unusable({ key: 'files.no_vendor' }, { column: 'vendor' });
  if (options.program === null && !positions.has('program') && !options.programs.has('default'))
    throw unusable({ key: 'files.no_program' }, { column: 'program' });
}

/** Cells of known columns; the customer reference as its hash, which is read back as it stands. */
function mendable(
  cells: readonly string[],
  positions: ReadonlyMap<CanonicalColumn, number>,
  hashCustomer: ImportOptions['hashCustomer'],
): string[] {
  const kept = cells.map(() => '');
  for (const [column, index] of positions) {
    const cell = cells[index]?.trim() ?? '';
    kept[index] = column === 'customer_ref' && cell !== '' ? keptReference(cell, hashCustomer) : cell;
  }
  return kept;
}

function reader(header: readonly string[], options: ImportOptions, unusable: Unusable): RowReader {
  const positions = positionsOf(header, canonicalColumns, unusable);
  checkOrigin(positions, options, unusable);
  return {
    ignoredColumns: ignoredColumns(header, canonicalColumns),
    metrics: {
      unreported: Object.entries(optionalTimes).flatMap(([column, time]) =>
        isCanonical(column) && !positions.has(column) ? time : [],
      ),
      notes: [],
    },
    read: rowReader(positions, options, unusable),
    mendable: (cells) => mendable(cells, positions, options.hashCustomer),
  };
}

/** This product's own call log, as interface.md describes it. */
export const canonical: LogFormat = {
  missing(header) {
    const names = new Set(header.map(named));
    return requiredColumns.filter((column) => !names.has(column));
  },
  reader,
};
