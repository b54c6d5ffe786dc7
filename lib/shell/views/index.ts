/**
 * One function per page or report: load from #db, run the core chain, return a Report or props.
 * Does not own: how anything is drawn (app/), the figures' rules (core).
 */
export type { BatchSummary, BatchView, Choice, Filters, ImportsView, OverviewView, VendorView } from './types.ts';
