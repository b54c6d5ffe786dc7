import type { z } from 'zod';
import type { Text } from '#format';
import { isFault } from '../../cells/fault.ts';
import { shown } from '../../cells/shown.ts';
import { needsZone } from '../../cells/started-at.ts';
import type { ImportOptions } from '../../import-options.ts';
import type { RowFault, RowReader } from '../../log-format.ts';
import type { Unusable } from '../../unusable-file-error.ts';
import { readOutcome } from '../../vendor-words.ts';
import { type CanonicalColumn, canonicalColumns } from './columns.ts';
import { callMapper } from './map.ts';
import { rowSchema, vendorReader } from './schema.ts';

/** The cells of one row by column: trimmed, an empty one null. One object serves all rows of a file, for speed. */
type RawRow = Partial<Record<CanonicalColumn, string | null>>;

/** What the reader of the cell said; where it never came to read one, the cell is empty. */
function reasonOf(issue: z.core.$ZodIssue): Text {
  return issue.code === 'custom' ? issue.params?.reason : { key: 'rejects.empty' };
}

function cellFaults(raw: RawRow, { issues }: z.ZodError): RowFault[] {
  return issues.map((issue) => {
    const column = canonicalColumns.find((name) => name === issue.path[0]) ?? null;
    const value = column === null || column === 'customer_ref' ? null : shown(raw[column]);
    return { column, value, reason: reasonOf(issue) };
  });
}

/** The fault that a row's disposition has besides those of single cells: a person wants to mend a row once. */
function dispositionFault(raw: RawRow, readVendor: ReturnType<typeof vendorReader>): RowFault[] {
  const vendor = readVendor(raw.vendor ?? '');
  const own = raw.outcome ? readOutcome(raw.outcome) : null;
  if (isFault(vendor) || isFault(own)) return [];
  const disposition = raw.disposition ?? null;
  const outcome = vendor.outcomeOf(disposition, own);
  return isFault(outcome) ? [{ column: 'disposition', value: shown(disposition), reason: outcome.fault }] : [];
}

/** Reader of a file's rows: fills in the vendor and program that a row leaves out, reads each cell, makes the call. */
export function rowReader(
  positions: ReadonlyMap<CanonicalColumn, number>,
  options: ImportOptions,
  unusable: Unusable,
): RowReader['read'] {
  const raw: RawRow = { vendor: options.vendor, program: options.program ?? 'default' };
  const sources = [...positions].map(([column, index]) => ({ column, index, otherwise: raw[column] ?? null }));
  for (const { column, otherwise } of sources) raw[column] = otherwise;
  const schema = rowSchema(
    canonicalColumns.filter((column) => column in raw),
    options,
  );
  const readVendor = vendorReader(options);
  const toCall = callMapper(options.hashCustomer);
  return (cells, row) => {
    for (const { column, index, otherwise } of sources) raw[column] = cells[index]?.trim() || otherwise;
    const read = schema.safeParse(raw);
    if (read.success) return toCall(read.data);
    const faults = cellFaults(raw, read.error);
    const local = faults.find(({ reason }) => reason.key === needsZone.fault.key);
    if (local) throw unusable(needsZone.fault, { row, column: 'started_at', value: local.value ?? '' });
    return { faults: [...faults, ...dispositionFault(raw, readVendor)] };
  };
}
