import type { Day, Month } from '#time';
import { readDay, readMonth } from '../cells/day.ts';
import { decimalReader, wholeReader } from '../cells/decimal.ts';
import { needed, optional, type TableSpec } from '../table/spec.ts';
import { type InputScope, keyOf, scopeColumns } from './scope.ts';

/** What was forecast for a month on the day it was issued; null = it does not say. */
export type ForecastEntry = {
  vendor: string;
  /** Null = for all of the vendor's programs together. */
  program: string | null;
  month: Month;
  issuedAt: Day;
  /** Calls offered or attempted. */
  calls: number | null;
  /** Mean handle time in seconds, a decimal text. */
  ahtSeconds: string | null;
  /** Sales by handled calls, a share from 0 to 1 as a decimal text. */
  conversion: string | null;
};

type Cells = {
  vendor: string;
  program: string | null;
  month: Month;
  calls: number | null;
  aht_s: string | null;
  conversion: string | null;
  issued_at: Day;
};

const LONGEST_CALL_S = 86_400;
const MOST_CALLS = 1_000_000_000;
const readShare = decimalReader({ most: 100, decimals: 6 });

/**
 * The forecast file: one row a vendor's program, month and day of issue, with at least one figure. A row of another day
 * of issue is another version, never a correction.
 */
export function forecastTable(scope: InputScope): TableSpec<Cells, ForecastEntry> {
  return {
    columns: {
      ...scopeColumns(scope),
      month: needed(readMonth),
      calls: optional(wholeReader({ most: MOST_CALLS })),
      aht_s: optional(decimalReader({ most: LONGEST_CALL_S, decimals: 3 })),
      conversion: optional((text) => {
        const share = readShare(text);
        return typeof share === 'string' && Number(share) > 1 ? { fault: { key: 'rejects.not_a_share' } } : share;
      }),
      issued_at: needed(readDay),
    },
    toRow: ({ vendor, program, month, calls, aht_s: ahtSeconds, conversion, issued_at: issuedAt }) =>
      calls === null && ahtSeconds === null && conversion === null
        ? { column: null, fault: { key: 'rejects.no_figure' } }
        : { vendor, program, month, issuedAt, calls, ahtSeconds, conversion },
    key: ({ vendor, program, month, issuedAt }) => keyOf(vendor, program, month, issuedAt),
  };
}
