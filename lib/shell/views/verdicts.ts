import { requirePermission } from '#auth';
import { dataSpan, listPrograms, listVendors, organisation, type Session } from '#db';
import { type Report, verdictsReport } from '#reports';
import type { Day } from '#time';
import type { Verdict } from '#verdicts';
import { judgementsAsOf } from './judgements.ts';

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
  return { asOf, verdicts, report: verdictsReport({ vendors, programs, asOf, currency, verdicts }) };
}
