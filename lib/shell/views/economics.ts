import { requirePermission } from '#auth';
import { listVendors, loadBooks, readVendorMetrics, type Session } from '#db';
import { type Economics, economics, type Grouping } from '#economics';
import type { View } from '#pricing';
import { economicsReport, type Marks, marksOf, type Report } from '#reports';
import type { Period } from '#time';
import { rateUses } from './rate-uses.ts';

export type EconomicsQuery = {
  period: Period;
  by: readonly Grouping[];
  vendor?: string | undefined;
  program?: string | undefined;
  /** Reporting currency of this answer; without it the organisation's own. */
  currency?: string | undefined;
  /** Which amounts charges are; effective where it does not say. */
  view?: View | undefined;
};

/** Both books of a period by any grouping: the figures with what is to be said of them, and the same as a report. */
export async function economicsView(
  session: Session,
  query: EconomicsQuery,
): Promise<{ rows: Economics[]; marks: Marks; report: Report; currency: string }> {
  requirePermission(session, 'view', 'economics');
  const { period, by, vendor, program, view = 'effective' } = query;
  const books = await loadBooks(session.database, period, {
    percentiles: true,
    ...(vendor === undefined ? {} : { vendor }),
    ...(query.currency === undefined ? {} : { currency: query.currency }),
  });
  const rows = economics({ ...books, by, view, only: { vendor, program } });
  const vendors = await listVendors(session.database);
  const { currency, programs } = books;
  const metrics = await readVendorMetrics(session.database, period, vendor);
  return {
    rows,
    marks: marksOf({ vendors, programs }, metrics, vendor),
    currency,
    report: economicsReport({
      ...{ vendors, programs, period, currency, by, rows, vendor, view },
      rates: rateUses(books),
      metrics,
    }),
  };
}
