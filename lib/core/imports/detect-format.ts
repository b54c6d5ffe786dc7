import { nearMiss } from './near-miss.ts';
import { type FormatName, formats } from './registry.ts';
import type { Unusable } from './unusable-file-error.ts';

function seen(header: readonly string[]): string {
  const names = header.slice(0, 40).map((name) => `"${name.slice(0, 40)}"`);
  return names.join(', ') + (header.length > names.length ? ` and ${header.length - names.length} more` : '');
}

function wanted(column: string, header: readonly string[]): string {
  const meant = nearMiss(column, header);
  return meant === null ? column : `${column} (is "${meant}" meant?)`;
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
  const columns = nearest.missing.map((name) => wanted(name, header)).join(', ');
  throw unusable(`the header lacks ${columns}; it has ${seen(header)}`, { column });
}
