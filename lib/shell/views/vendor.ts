import { requirePermission } from '#auth';
import type { ContractVersion } from '#contracts';
import {
  type Batch,
  type Books,
  listBatches,
  listVendors,
  loadBooks,
  readVendorMetrics,
  type Session,
  type VendorRecord,
} from '#db';
import { economics } from '#economics';
import type { View } from '#pricing';
import { type CountedStatement, type VendorInput, vendorReport } from '#reports';
import { addDays, eachMonth, intersect, type Month, monthOf } from '#time';
import { weeklyRevenueIntervals } from '#verdicts';
import { isDemonstration } from './demonstration.ts';
import { type FilterInput, filtersFor } from './filters.ts';
import { flagsOf, judgementsAsOf } from './judgements.ts';
import { laterRevenueOf } from './later-revenue.ts';
import { rateUses } from './rate-uses.ts';
import { contractsOf, statementsOf } from './statements-of.ts';
import type { VendorView } from './types.ts';

const SHOWN_IMPORTS = 10;

/** One vendor's story in a period, from roll-up rows only; null where there is no such vendor or nothing to show. */
export async function vendorPage(session: Session, code: string, input: FilterInput): Promise<VendorView | null> {
  requirePermission(session, 'view', 'economics');
  const vendors = await listVendors(session.database);
  const vendor = vendors.find((own) => own.code === code);
  const filters = vendor && (await filtersFor(session, input, code));
  if (!vendor || !filters) return null;
  const { chosen, ...shown } = filters;
  const books = await loadBooks(session.database, chosen, { vendor: code });
  const story = await storyOf(session, books, { vendor: code, program: shown.program, view: shown.view });
  const report = vendorReport({
    ...story,
    vendors,
    imports: (await listBatches(session.database, { vendor: code, take: SHOWN_IMPORTS })).map((batch) =>
      importRow(batch, vendor),
    ),
  });
  const { name, country = null, timezone, status, color } = vendor;
  return {
    filters: shown,
    report,
    states: story.verdicts.map(({ program, state, since }) => ({ program: nameOf(program, books), state, since })),
    demonstration: isDemonstration([vendor]),
    vendor: { code, name, country, timezone, status, color },
  };
}

function nameOf(code: string, { programs }: Books): string | null {
  return code === '' ? null : (programs.find((program) => program.code === code)?.name ?? code);
}

type Scope = { vendor: string; program: string | null; view: View };

async function storyOf(
  session: Session,
  books: Books,
  { vendor, program, view }: Scope,
): Promise<Omit<VendorInput, 'vendors' | 'imports'>> {
  const { period, currency } = books;
  const only = program === null ? { vendor } : { vendor, program };
  const own = { ...books, only };
  const contracts = contractsOf(books.versions, { vendor, program }).filter((version) => intersect(version, period));
  const [whole] = economics({ ...own, view, by: ['vendor'] });
  const [nothing] = economics({ ...own, view, by: [] });
  if (!nothing) throw new Error('economics without grouping gives one total');
  const judgements = (await judgementsAsOf(session, addDays(period.to, -1))).filter(
    ({ verdict }) => verdict.vendor === vendor && (program === null || verdict.program === program),
  );
  return {
    vendor,
    program,
    programs: books.programs,
    period,
    currency,
    economics: whole ?? { ...nothing, key: { vendor } },
    weeks: economics({ ...own, view, by: ['week'] }),
    intervals: weeklyRevenueIntervals(own),
    mix: economics({ ...own, view, by: ['call_type'] }),
    verdicts: judgements.map(({ verdict }) => verdict),
    contracts,
    statement: latestStatement(books, contracts),
    flags: flagsOf(judgements),
    later: await laterRevenueOf(session, books, { vendor, program }),
    rates: rateUses(books),
    metrics: await readVendorMetrics(session.database, period, vendor),
    view,
  };
}

/** The last month of the period that has calls and in which any of the contracts is in force. */
function latestStatement(
  books: Books,
  contracts: readonly ContractVersion[],
): { month: Month; statements: CountedStatement[] } | null {
  const called = new Set(books.rows.map(({ day }) => monthOf(day)));
  for (const month of [...eachMonth(books.period)].reverse().filter((own) => called.has(own))) {
    const statements = statementsOf(books, contracts, month);
    if (statements.length > 0) return { month, statements };
  }
  return null;
}

function importRow(batch: Batch, { timezone }: VendorRecord): VendorInput['imports'][number] {
  const { id, fileName, format, status, rows, inserted, updated, unchanged, rejected } = batch;
  return {
    id,
    fileName,
    format,
    status,
    startedAt: batch.startedAt.getTime(),
    zone: timezone,
    rows,
    inserted,
    updated,
    unchanged,
    rejected,
  };
}
