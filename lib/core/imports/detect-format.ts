import type { Cell, Text } from '#format';
import { commaList } from './comma-list.ts';
import { nearMiss } from './near-miss.ts';
import { type FormatName, formats } from './registry.ts';
import type { Unusable } from './unusable-file-error.ts';

const SHOWN_NAMES = 40;

function wanted(column: string, header: readonly string[]): Cell {
  const meant = nearMiss(column, header);
  if (meant === null) return { kind: 'text', text: column };
  return { kind: 'say', text: { key: 'files.column_meant', values: { column, meant } } };
}

function lacks(missing: readonly string[], header: readonly string[]): Text {
  const columns = commaList(missing.map((name) => wanted(name, header)));
  const names = header.slice(0, SHOWN_NAMES).map((name) => `"${name.slice(0, 40)}"`);
  return {
    key: 'files.missing_columns',
    values: { columns, names: names.join(', '), more: header.length - names.length },
  };
}

/** The first of the formats of which the header lacks nothing; else an error that says what is missing and what is there. */
export function detectFormat(
  header: readonly string[],
  candidates: readonly FormatName[],
  unusable: Unusable,
): FormatName {
  const lacking = candidates.map((name) => ({ name, missing: formats[name].missing(header) }));
  const nearest = lacking.reduce((a, b) => (b.missing.length < a.missing.length ? b : a));
  const [column] = nearest.missing;
  if (column === undefined) return nearest.name;
  throw unusable(lacks(nearest.missing, header), { column });
}
