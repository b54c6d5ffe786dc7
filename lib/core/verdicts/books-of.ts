import type { BooksInput } from '#economics';
import type { RollupRow } from '#rollup';

/** The books of one vendor after another, each with its own rows only: a contract never spans vendors. */
export function booksByVendor(books: BooksInput): (vendor: string) => BooksInput {
  const rows = Map.groupBy(books.rows, ({ vendor }: RollupRow) => vendor);
  return (vendor) => ({ ...books, rows: rows.get(vendor) ?? [] });
}
