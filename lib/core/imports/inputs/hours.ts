import type { Day } from '#time';
import { readDay } from '../cells/day.ts';
import { decimalReader } from '../cells/decimal.ts';
import { needed, optional, type TableSpec } from '../table/spec.ts';
import { type InputScope, keyOf, scopeColumns } from './scope.ts';

/** Agents' hours and full-time equivalents of a vendor's day; null = the row does not say. Decimal texts. */
export type HoursEntry = {
  vendor: string;
  /** Null = of no program in particular. */
  program: string | null;
  day: Day;
  loggedHours: string | null;
  productiveHours: string | null;
  fte: string | null;
};

type Cells = {
  vendor: string;
  program: string | null;
  date: Day;
  logged_hours: string | null;
  productive_hours: string | null;
  fte: string | null;
};

/** A day has 24 hours, and no vendor has more agents than this on one. */
const MOST_AGENTS = 100_000;
const readHours = decimalReader({ most: 24 * MOST_AGENTS, decimals: 4 });

/** The hours file: one row a vendor's program and day, with at least one figure; productive hours are logged ones. */
export function hoursTable(scope: InputScope): TableSpec<Cells, HoursEntry> {
  return {
    columns: {
      ...scopeColumns(scope),
      date: needed(readDay),
      logged_hours: optional(readHours),
      productive_hours: optional(readHours),
      fte: optional(decimalReader({ most: MOST_AGENTS, decimals: 4 })),
    },
    toRow: ({ vendor, program, date, logged_hours: logged, productive_hours: productive, fte }) => {
      if (logged === null && productive === null && fte === null)
        return { column: null, fault: { key: 'rejects.no_figure' } };
      if (logged !== null && productive !== null && Number(productive) > Number(logged))
        return { column: 'productive_hours', fault: { key: 'rejects.more_than_logged', values: { logged } } };
      return { vendor, program, day: date, loggedHours: logged, productiveHours: productive, fte };
    },
    key: ({ vendor, program, day }) => keyOf(vendor, program, day),
  };
}
