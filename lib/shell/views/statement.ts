import { requirePermission } from '#auth';
import type { ContractVersion } from '#contracts';
import { listVendors, loadBooks, type Session } from '#db';
import type { Statement } from '#pricing';
import { type Report, statementReport } from '#reports';
import { type Month, monthPeriod } from '#time';
import { statementsOf } from './vendor.ts';

export type StatementQuery = { vendor: string; month: Month; program?: string | undefined };

/** What a vendor's invoice for a month should say, per contract version; null where there is no such vendor. */
export async function statementView(
  session: Session,
  { vendor, month, program }: StatementQuery,
): Promise<{ statements: Statement[]; contracts: ContractVersion[]; report: Report } | null> {
  requirePermission(session, 'view', 'statements');
  const vendors = await listVendors(session.database);
  if (!vendors.some(({ code }) => code === vendor)) return null;
  const books = await loadBooks(session.database, monthPeriod(month), { vendor });
  const contracts = books.versions.filter(
    (version) =>
      version.vendor === vendor &&
      (program === undefined || version.program === undefined || version.program === program),
  );
  const statements = statementsOf(books, contracts, month);
  const { programs, currency } = books;
  return {
    statements,
    contracts,
    report: statementReport({ vendors, programs, vendor, month, currency, statements, contracts }),
  };
}
