import { requirePermission } from '#auth';
import { keptAssessment, listPrograms, listVendors, organisation, type Session } from '#db';
import type { Assessment, Severity } from '#quality';
import { qualityReport, type Report } from '#reports';

/** A delivery's quality: its worst severity, what was counted and found, and the whole as a report. */
export type QualityView = { severity: Severity; assessment: Assessment; report: Report };

/** What is kept of a batch's quality; null where it has not been assessed (yet), or there is no such batch. */
export async function batchQuality(session: Session, id: string): Promise<QualityView | null> {
  requirePermission(session, 'view', 'imports');
  const { database } = session;
  const kept = await keptAssessment(database, id);
  if (!kept) return null;
  const { currency } = await organisation(database);
  const [vendors, programs] = [await listVendors(database), await listPrograms(database)];
  const report = qualityReport({ ...kept, vendors, programs, currency });
  return { severity: kept.assessment.severity, assessment: kept.assessment, report };
}
