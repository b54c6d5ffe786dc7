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

/** The cells of one row by column: trimmed, an empty one null. */
type RawRow = Partial<Record<CanonicalColumn, string | null>>;

/** Reader of a row's cells by column, with what is lent to rows that lack one. Written out for speed: every row of every file. */
function rawReader(
  positions: ReadonlyMap<CanonicalColumn, number>,
  lent: RawRow,
): (cells: readonly string[]) => RawRow {
  const at = (column: CanonicalColumn) => positions.get(column) ?? -1;
  const places = Object.fromEntries(canonicalColumns.map((c) => [c, at(c)])) as Record<CanonicalColumn, number>;
  const { vendor = null, program = null } = lent;
  const cell = (cells: readonly string[], index: number) => cells[index]?.trim() || null;
  return (cells) => ({
    call_id: cell(cells, places.call_id),
    vendor: cell(cells, places.vendor) ?? vendor,
    program: cell(cells, places.program) ?? program,
    call_type: cell(cells, places.call_type),
    direction: cell(cells, places.direction),
    started_at: cell(cells, places.started_at),
    wait_s: cell(cells, places.wait_s),
    talk_s: cell(cells, places.talk_s),
    hold_s: cell(cells, places.hold_s),
    wrap_s: cell(cells, places.wrap_s),
    answered: cell(cells, places.answered),
    disposition: cell(cells, places.disposition),
    outcome: cell(cells, places.outcome),
    agent: cell(cells, places.agent),
    customer_ref: cell(cells, places.customer_ref),
    revenue: cell(cells, places.revenue),
    currency: cell(cells, places.currency),
  });
}

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
  const lent: RawRow = { vendor: options.vendor, program: options.program ?? 'default' };
  const rawOf = rawReader(positions, lent);
  const schema = rowSchema(
    canonicalColumns.filter((column) => positions.has(column) || column in lent),
    options,
  );
  const readVendor = vendorReader(options);
  const toCall = callMapper(options.hashCustomer);
  return (cells, row) => {
    const raw = rawOf(cells);
    const read = schema.safeParse(raw);
    if (read.success) return toCall(read.data);
    const faults = cellFaults(raw, read.error);
    const local = faults.find(({ reason }) => reason.key === needsZone.fault.key);
    if (local) throw unusable(needsZone.fault, { row, column: 'started_at', value: local.value ?? '' });
    return { faults: [...faults, ...dispositionFault(raw, readVendor)] };
  };
}
