import { requirePermission } from '#auth';
import type { ContractVersion } from '#contracts';
import { type Books, bookedSpan, listVendors, loadBooks, type Session, type VendorRecord } from '#db';
import { type CountedStatement, isImported, type Report, statementReport, statementsReport } from '#reports';
import { eachMonth, intersect, isDay, type Month, monthOf, monthPeriod, type Period, parseMonth } from '#time';
import { contractsOf, statementsOf } from './statements-of.ts';
import type { Choice } from './types.ts';

/** One month of a vendor, `2026-03`; `program` = the contract of one program and one for all programs. */
export type StatementQuery = { vendor: string; month: string; program?: string | undefined };

type Named = { vendor: Pick<VendorRecord, 'code' | 'name' | 'color'> };

/** What a vendor's invoice for a month should say, per contract version. */
export type StatementView = Named & {
  month: Month;
  statements: CountedStatement[];
  contracts: ContractVersion[];
  report: Report;
  /** Whether a file or a form of the other inputs would make the total known. */
  lacksInputs: boolean;
  /** The months on either side that have a statement. */
  previous: Month | null;
  next: Month | null;
  /** The programs that contracts of the vendor name, where there are several to choose from. */
  programs: Choice[];
  program: string | null;
};

/** The statement of one month; null where there is no such vendor or month. */
export async function statementView(
  session: Session,
  { vendor, month: text, program }: StatementQuery,
): Promise<StatementView | null> {
  requirePermission(session, 'view', 'statements');
  const vendors = await listVendors(session.database);
  const own = vendors.find(({ code }) => code === vendor);
  const month = readMonth(text);
  if (!own || !month) return null;
  const books = await loadBooks(session.database, monthPeriod(month), { vendor });
  const contracts = contractsOf(books.versions, { vendor, program });
  const statements = statementsOf(books, contracts, month);
  const { programs, currency } = books;
  const months = await monthsOf(session, contracts);
  return {
    vendor: own,
    month,
    statements,
    contracts,
    report: statementReport({ vendors, programs, vendor, month, currency, statements, contracts }),
    lacksInputs: statements.some(({ missing }) => missing.some(isImported)),
    previous: months.filter((other) => other < month).at(-1) ?? null,
    next: months.find((other) => other > month) ?? null,
    programs: choicesOf(books, vendor),
    program: program ?? null,
  };
}

function readMonth(text: string): Month | null {
  return isDay(`${text}-01`) ? parseMonth(text) : null;
}

function choicesOf({ versions, programs }: Books, vendor: string): Choice[] {
  const named = new Set(contractsOf(versions, { vendor }).flatMap(({ program }) => program ?? []));
  const choices = programs.filter(({ code }) => named.has(code)).map(({ code, name }) => ({ id: code, label: name }));
  return choices.length > 1 ? choices : [];
}

/** Every month of a vendor with a statement, the newest first; null where there is no such vendor. */
export async function statementsPage(session: Session, vendor: string): Promise<(Named & { report: Report }) | null> {
  requirePermission(session, 'view', 'statements');
  const vendors = await listVendors(session.database);
  const own = vendors.find(({ code }) => code === vendor);
  if (!own) return null;
  const span = await spanOf(session);
  const books = span && (await loadBooks(session.database, span, { vendor }));
  const months = books ? await statementMonths(session, books, contractsOf(books.versions, { vendor })) : [];
  const { programs = [], currency = '' } = books ?? {};
  return { vendor: own, report: statementsReport({ vendors, programs, vendor, currency, months }) };
}

/** The newest first. */
async function statementMonths(session: Session, books: Books, contracts: readonly ContractVersion[]) {
  const months = await monthsOf(session, contracts);
  return months.map((month) => ({ month, statements: statementsOf(books, contracts, month) })).reverse();
}

/** The months with calls or revenue of anybody: a vendor without calls may still be owed a monthly amount in them. */
async function spanOf({ database }: Session): Promise<Period | null> {
  const span = await bookedSpan(database);
  return span && { from: monthPeriod(monthOf(span.first)).from, to: monthPeriod(monthOf(span.last)).to };
}

/** The months of the data in which one of the contracts is in force, in order. */
async function monthsOf(session: Session, contracts: readonly ContractVersion[]): Promise<Month[]> {
  const span = await spanOf(session);
  const isIn = (month: Month) => contracts.some((version) => intersect(version, monthPeriod(month)));
  return span ? [...eachMonth(span)].filter(isIn) : [];
}
