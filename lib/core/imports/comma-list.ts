import type { Cell } from '#format';

/** Several things one after the other, at least one, as places and names are told: with commas and no "and". */
export function commaList(items: readonly Cell[]): Cell {
  return items.reduceRight((rest, first) => ({ kind: 'say', text: { key: 'files.list', values: { first, rest } } }));
}
