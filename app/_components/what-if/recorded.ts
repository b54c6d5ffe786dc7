import type { Contract } from '#contracts';
import { type BooksInput, marginCurve, ratesAlike, unpackRows, whatIf } from '#economics';
import { MissingRateError, rateTable } from '#money';
import { type Report, whatIfReport } from '#reports';
import type { RollupRow } from '#rollup';
import type { Recorded } from '#views';

/** Recorded calls as the engine takes them. */
export function booksOf({
  vendor,
  rows,
  published,
  versions,
  programs,
  inputs,
  currency,
  period,
}: Recorded): BooksInput {
  return { rows: unpackRows(vendor, rows), rates: rateTable(published), versions, programs, inputs, currency, period };
}

/** Whether the recorded rows can be priced under the terms, without rating calls anew. */
export function willDo(books: BooksInput, recorded: Recorded, contract: Contract): boolean {
  return ratesAlike({ books, ...scopeOf(recorded), contract });
}

/** The report under proposed terms with its curves; a rate of exchange that is not there is told in words. */
export type Priced =
  | { report: Report; curves: { current: ReturnType<typeof marginCurve>; proposed: ReturnType<typeof marginCurve> } }
  | { fault: string };

/** Prices the terms by the same functions as the server does, and makes the same report of it. */
export function priced(
  books: BooksInput,
  recorded: Recorded,
  { contract, rerated }: { contract: Contract; rerated: readonly RollupRow[] | undefined },
): Priced {
  try {
    const { current, proposed } = whatIf({ books, ...scopeOf(recorded), contract, rerated });
    const curves = { current: marginCurve(current.books), proposed: marginCurve(proposed.books) };
    const { names: vendors, programs, vendor, program, period, currency } = recorded;
    const scope = { vendor, program, period, currency };
    return { report: whatIfReport({ vendors, programs, ...scope, current, proposed, curves }), curves };
  } catch (error) {
    if (error instanceof MissingRateError) return { fault: error.message };
    throw error;
  }
}

function scopeOf({ vendor, program }: Recorded) {
  return { vendor, program: program ?? undefined };
}
