import { keptReference } from '../cells/customer.ts';
import { fold } from '../vendor-words.ts';
import type { Mapping } from './schema.ts';
import { columnsOf, placeOf, usesRowNumber, type Written } from './source.ts';

type Uses = { places: ReadonlySet<number>; customer: number | null };

/**
 * The columns that a mapping reads, and the one with the customer; null where a row means nothing apart from its file,
 * or where the customer's cell is read for something else too, which its hash would not give.
 */
function usesOf(header: readonly string[], { columns }: Mapping): Uses | null {
  const { customer_ref: customer, ...others } = columns;
  const written: Written[] = Object.values(others).filter((one) => one !== undefined);
  const places = written.flatMap(columnsOf).map((name) => placeOf(name, header));
  if (written.some(usesRowNumber) || columns.started_at.firstYear !== undefined) return null;
  if (customer === undefined || 'constant' in customer) return { places: new Set(places), customer: null };
  if ('template' in customer) return null;
  const place = placeOf(customer.from, header);
  return places.includes(place) ? null : { places: new Set([...places, place]), customer: place };
}

/** Maker of a row's cells as they may be kept and sent again, if they may: those that the mapping reads. */
export function mendableCells(
  header: readonly string[],
  mapping: Mapping,
  hashCustomer: (reference: string) => string,
): ((cells: readonly string[]) => string[]) | null {
  const uses = usesOf(header, mapping);
  if (uses === null) return null;
  const { customer_ref: customer } = mapping.columns;
  const unknown = new Set((customer && 'unknown' in customer ? customer.unknown : [])?.map(fold));
  const kept = (cell: string) => (cell === '' || unknown.has(fold(cell)) ? cell : keptReference(cell, hashCustomer));
  return (cells) =>
    cells.map((text, place) => {
      const cell = text.trim();
      if (place === uses.customer) return kept(cell);
      return uses.places.has(place) ? cell : '';
    });
}
