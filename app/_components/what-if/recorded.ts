import type { Contract } from '#contracts';
import {
  type BooksInput,
  currentSide,
  type Economics,
  marginCurve,
  proposedSide,
  ratesAlike,
  type Side,
  unpackRows,
} from '#economics';
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

type Curve = ReturnType<typeof marginCurve>;
type Current = { side: Side; curve: Curve };

/** The report under proposed terms with its curves; a rate of exchange that is not there is told in words. */
export type Priced =
  | { report: Report; sides: { current: Economics; proposed: Economics }; curves: { current: Curve; proposed: Curve } }
  | { fault: string };

/** The terms in force, priced once; what is missing is told by `priced`. */
export function pricedNow(books: BooksInput, recorded: Recorded): Current | { fault: string } {
  return unlessRateIsMissing(() => {
    const side = currentSide({ books, ...scopeOf(recorded) });
    return { side, curve: marginCurve(side.books) };
  });
}

type Asked = { now: Current; recorded: Recorded; contract: Contract; rerated: readonly RollupRow[] | undefined };

/** Prices proposed terms by the same functions as the server does, and makes the same report of it. */
export function priced(books: BooksInput, { now, recorded, contract, rerated }: Asked): Priced {
  return unlessRateIsMissing(() => {
    const proposed = proposedSide({ books, ...scopeOf(recorded), contract, rerated });
    const curves = { current: now.curve, proposed: marginCurve(proposed.books) };
    const { names: vendors, programs, vendor, program, period, currency, metrics } = recorded;
    const scope = { vendors, programs, vendor, program, period, currency, metrics };
    const sides = { current: now.side.economics, proposed: proposed.economics };
    return { report: whatIfReport({ ...scope, current: now.side, proposed, curves }), sides, curves };
  });
}

function unlessRateIsMissing<T>(work: () => T): T | { fault: string } {
  try {
    return work();
  } catch (error) {
    if (error instanceof MissingRateError) return { fault: error.message };
    throw error;
  }
}

function scopeOf({ vendor, program }: Recorded) {
  return { vendor, program: program ?? undefined };
}
