import type { Day, Month } from '#time';

/** Where a row came from (a file's name, or `form`), and who recorded it when, in ms since the epoch. */
export type RecordedBy = { source: string; recordedBy: string; recordedAt: number };

/** Whose a row is; a null program is of no program in particular. */
export type OfVendor = { vendor: string; program: string | null };

/** Hours and full-time equivalents as they are recorded; decimal texts, null = not given. */
export type HoursRecord = OfVendor &
  RecordedBy & { day: Day; loggedHours: string | null; productiveHours: string | null; fte: string | null };

/** A quality or satisfaction score as it is recorded. */
export type ScoreRecord = OfVendor & RecordedBy & { day: Day; kpi: 'qa' | 'csat'; score: string; sample: number };

/** One version of a forecast as it is recorded; seconds, and a share from 0 to 1, as decimal texts. */
export type ForecastRecord = OfVendor &
  RecordedBy & {
    month: Month;
    issuedAt: Day;
    calls: number | null;
    ahtSeconds: string | null;
    conversion: string | null;
  };

/** What the calls of a vendor's program and month came to: sums. */
export type Actual = {
  vendor: string;
  program: string;
  month: Month;
  /** Offered or attempted. */
  calls: number;
  handled: number;
  handleMs: number;
  sales: number;
};

/** A value of a price index as it is recorded. */
export type IndexRecord = RecordedBy & { index: string; month: Month; value: string };

/** An exchange rate: units of the currency for one euro. */
export type RateRecord = { day: string; currency: string; rate: string };

/** What is recorded of one kind. */
export type InputRows =
  | { kind: 'hours'; rows: readonly HoursRecord[] }
  | { kind: 'scores'; rows: readonly ScoreRecord[] }
  | { kind: 'forecast'; rows: readonly ForecastRecord[]; actuals: readonly Actual[] }
  | { kind: 'indices'; rows: readonly IndexRecord[] }
  | { kind: 'rates'; rows: readonly RateRecord[] };
