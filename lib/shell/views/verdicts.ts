import { requirePermission } from '#auth';
import { contractOn } from '#contracts';
import {
  dataSpan,
  listPrograms,
  listVendors,
  listVersions,
  organisation,
  readReportedParts,
  readVendorMetrics,
  type Session,
} from '#db';
import { type Report, verdictsReport } from '#reports';
import { addDays, type Day, parseDay } from '#time';
import type { Verdict } from '#verdicts';
import { judgementsAsOf } from './judgements.ts';

/** No call is older. */
const EARLIEST = parseDay('1970-01-01');

/** The state of every vendor and program on a day (default: the last day with calls), with evidence and reasons. */
export async function verdictsView(
  session: Session,
  asked?: Day,
): Promise<{ asOf: Day | null; verdicts: Verdict[]; report: Report | null }> {
  requirePermission(session, 'view', 'verdicts');
  const asOf = asked ?? (await dataSpan(session.database))?.last ?? null;
  if (asOf === null) return { asOf, verdicts: [], report: null };
  const verdicts = (await judgementsAsOf(session, asOf)).map(({ verdict }) => verdict);
  const [vendors, programs] = [await listVendors(session.database), await listPrograms(session.database)];
  const { currency } = await organisation(session.database);
  const reported = await reportedShares(session, asOf, verdicts);
  const metrics = await readVendorMetrics(session.database, { from: EARLIEST, to: addDays(asOf, 1) });
  const report = verdictsReport({ vendors, programs, asOf, currency, verdicts, reported, metrics });
  return { asOf, verdicts, report };
}

/** Of the handled calls that each verdict is of (those of the version in force) the share that has each part. */
async function reportedShares({ database }: Session, asOf: Day, verdicts: readonly Verdict[]) {
  const [versions, parts] = [await listVersions(database), await readReportedParts(database, asOf)];
  return verdicts.map(({ vendor, program }) => {
    const version = contractOn(versions, vendor, program, asOf);
    const own = parts.filter((part) => part.vendor === vendor && part.program === program);
    const under = own.filter(({ contractId }) => version === null || contractId === version.id);
    const sum = (of: 'handled' | 'hold' | 'wrap') => under.reduce((all, part) => all + part[of], 0);
    const share = (of: 'hold' | 'wrap') => (sum('handled') === 0 ? 1 : sum(of) / sum('handled'));
    return { vendor, program, hold: share('hold'), wrap: share('wrap') };
  });
}
