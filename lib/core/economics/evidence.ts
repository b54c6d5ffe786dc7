import type { Day } from '#time';

/**
 * One day of one book for the evidence (statistics.md section 1.2), in the reporting currency's units as numbers:
 * `y` total margin, `yy` sum of squared per-call margins, `x` total of the skewed driver, `xx` its sum of squares.
 * `driver` names it: money that comes in (client: contribution; a vendor paid per outcome: its fee) or labour cost.
 */
export type BookDay = { n: number; y: number; yy: number; x: number; xx: number };

/** One local day of one vendor and program. A book is null where a figure that it needs is unknown. */
export type EvidenceDay = {
  day: Day;
  /** Handled calls. */
  calls: number;
  client: BookDay | null;
  /** The vendor's book at the best guess of the wage, and at the low and high ends of its range. */
  vendor: { value: BookDay; low: BookDay; high: BookDay } | null;
};
