import { lacks } from './csv/header.ts';
import { type FormatName, formats } from './registry.ts';
import type { Unusable } from './unusable-file-error.ts';

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
