import type { Cell, Text } from '#format';
import type { IgnoredColumn } from '../call-batch.ts';
import { commaList } from '../comma-list.ts';
import { nearMiss } from '../near-miss.ts';
import type { Unusable } from '../unusable-file-error.ts';

const SHOWN_NAMES = 40;

/** A column's name as it is compared: trimmed, in small letters. */
export function named(header: string): string {
  return header.trim().toLowerCase();
}

/** Where each known column stands; a column that stands twice leaves open which of the two counts. */
export function positionsOf<Name extends string>(
  header: readonly string[],
  known: readonly Name[],
  unusable: Unusable,
): Map<Name, number> {
  const positions = new Map<Name, number>();
  for (const [index, text] of header.entries()) {
    const name = known.find((own) => own === named(text));
    if (name === undefined) continue;
    if (positions.has(name)) throw unusable({ key: 'files.column_twice' }, { column: name });
    positions.set(name, index);
  }
  return positions;
}

/** Columns that a file of rejected rows has behind its own, and an import passes over: where each stood, and why. */
export const rejectColumns: ReadonlySet<string> = new Set(['reject_row', 'reject_reason']);

/** The columns that mean nothing here, each with the absent one that it may have been meant for. */
export function ignoredColumns<Name extends string>(
  header: readonly string[],
  known: readonly Name[],
): IgnoredColumn[] {
  const names: readonly string[] = header.map(named);
  const absent = known.filter((name) => !names.includes(name));
  const meant: ReadonlySet<string> = new Set(['', ...known, ...rejectColumns]);
  const unknown = header.filter((name) => !meant.has(named(name)));
  return unknown.map((column) => ({ column: column.trim(), similarTo: nearMiss(column, absent) }));
}

function wanted(column: string, header: readonly string[]): Cell {
  const meant = nearMiss(column, header);
  if (meant === null) return { kind: 'text', text: column };
  return { kind: 'say', text: { key: 'files.column_meant', values: { column, meant } } };
}

/** Says which columns a header (or the keys of a document's records) lacks, what it may call them, and what it has. */
export function lacks(
  missing: readonly string[],
  header: readonly string[],
  key: 'files.missing_columns' | 'files.missing_keys' = 'files.missing_columns',
): Text {
  const columns = commaList(missing.map((name) => wanted(name, header)));
  const names = header.slice(0, SHOWN_NAMES).map((name) => `"${name.slice(0, 40)}"`);
  return {
    key,
    values: { columns, names: names.join(', '), more: header.length - names.length },
  };
}
