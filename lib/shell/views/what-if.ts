import { requirePermission } from '#auth';
import type { DeclarationIssue } from '#contracts';
import type { Session } from '#db';
import { marginCurve, type Side, whatIf } from '#economics';
import { type Marks, marksOf, type Report, whatIfReport } from '#reports';
import { loadProposal, reratedRows, type WhatIfQuery } from './what-if-books.ts';

/** Both sides with what is to be said of their figures, and their report; or what is wrong with the terms. */
export type WhatIfAnswer =
  | { current: Side; proposed: Side; marks: Marks; report: Report }
  | { issues: DeclarationIssue[] };

/**
 * Recorded calls under proposed terms next to those in force, rated anew where the terms rate otherwise; null where there
 * is no such vendor. Changes nothing.
 */
export async function whatIfView(session: Session, query: WhatIfQuery): Promise<WhatIfAnswer | null> {
  requirePermission(session, 'view', 'economics');
  const proposal = await loadProposal(session, query);
  if (!proposal) return null;
  const { vendors, program, books, read, metrics } = proposal;
  if (!read.ok) return { issues: read.issues };
  const { vendor, period, percentiles } = query;
  const asked = { books, vendor, program, contract: read.contract };
  const rerated = await reratedRows(session, { ...asked, percentiles });
  const { current, proposed } = whatIf({ ...asked, rerated });
  const curves = { current: marginCurve(current.books), proposed: marginCurve(proposed.books) };
  const { programs, currency } = books;
  const scope = { vendor, program: program ?? null, period, currency, metrics };
  const report = whatIfReport({ vendors, programs, ...scope, current, proposed, curves });
  return { current, proposed, marks: marksOf({ vendors, programs }, metrics, vendor), report };
}
