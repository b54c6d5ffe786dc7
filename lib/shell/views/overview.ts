import { requirePermission } from '#auth';
import { listVendors, loadBooks, readVendorMetrics, type Session } from '#db';
import { economics } from '#economics';
import { overviewReport } from '#reports';
import { addDays } from '#time';
import { marginIntervals } from '#verdicts';
import { isDemonstration } from './demonstration.ts';
import { emptyReport } from './empty-report.ts';
import { type FilterInput, filtersFor } from './filters.ts';
import { flagsOf, judgementsAsOf } from './judgements.ts';
import { laterRevenueOf } from './later-revenue.ts';
import { rateUses } from './rate-uses.ts';
import type { Filters, OverviewView } from './types.ts';

/** Every vendor's price model of a period, from roll-up rows only. */
export async function overview(session: Session, input: FilterInput): Promise<OverviewView> {
  requirePermission(session, 'view', 'economics');
  const filters = await filtersFor(session, input);
  const vendors = await listVendors(session.database);
  const demonstration = isDemonstration(vendors);
  if (!filters) return { filters: noFilters, report: emptyReport('overview'), demonstration };
  const { chosen, ...shown } = filters;
  const books = await loadBooks(session.database, chosen);
  const only = shown.program === null ? {} : { program: shown.program };
  const { view } = shown;
  const chosenBooks = { ...books, only };
  const asOf = addDays(chosen.to, -1);
  const judgements = await judgementsAsOf(session, asOf);
  const wanted = judgements.filter(({ verdict }) => shown.program === null || verdict.program === shown.program);
  const [total] = economics({ ...chosenBooks, view, by: [] });
  if (!total) throw new Error('economics without grouping gives one total');
  const report = overviewReport({
    vendors,
    programs: books.programs,
    period: chosen,
    asOf,
    currency: books.currency,
    rows: economics({ ...chosenBooks, view, by: ['vendor', 'program'] }),
    total,
    weeks: economics({ ...chosenBooks, view, by: ['week'] }),
    verdicts: wanted.map(({ verdict }) => verdict),
    // Evidence looks at effective margins: around a billed one its interval would mean nothing.
    intervals: view === 'effective' ? marginIntervals(chosenBooks) : [],
    flags: flagsOf(wanted).filter(({ day }) => chosen.from <= day && day < chosen.to),
    rates: rateUses(books),
    later: await laterRevenueOf(session, books, { program: shown.program }),
    metrics: await readVendorMetrics(session.database, chosen),
    view,
  });
  return { filters: shown, report, demonstration };
}

const noFilters: Filters = {
  from: '',
  to: '',
  data: null,
  presets: [],
  program: null,
  programs: [],
  view: 'effective',
};
