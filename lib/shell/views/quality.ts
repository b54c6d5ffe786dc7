import { requirePermission } from '#auth';
import type { Session } from '#db';
import type { Severity } from '#quality';
import type { Report } from '#reports';

/** A delivery's quality: its worst severity, and the whole as a report. */
export type QualityView = { severity: Severity; report: Report };

/** What is kept of a batch's quality; null where it has not been assessed (yet), or there is no such batch. */
export async function batchQuality(session: Session, _id: string): Promise<QualityView | null> {
  requirePermission(session, 'view', 'imports');
  return null;
}
