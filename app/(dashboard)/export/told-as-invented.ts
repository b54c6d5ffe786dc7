import type { Report } from '#reports';
import type { OverviewView } from '#views';

/** The report with the word that it is the demonstration: a file leaves the page that says so. */
export function toldAsInvented({ report, demonstration }: Pick<OverviewView, 'report' | 'demonstration'>): Report {
  return demonstration ? { ...report, notes: [{ key: 'exports.demonstration' }, ...report.notes] } : report;
}
