import { requirePermission } from '#auth';
import {
  type Books,
  invoicedMonths,
  listInvoices,
  listPrograms,
  listVendors,
  loadBooks,
  organisation,
  type Session,
} from '#db';
import { type Bill, billsOf, billTotals, type ProgramStatement, statementsFor } from '#invoices';
import { type CountedStatement, invoiceListReport, type ListedBill, type Report } from '#reports';
import { eachMonth, type Month, monthOf, monthPeriod, parseMonth } from '#time';
import { contractsOf, statementsOf } from './statements-of.ts';

/** How many months the list shows unless it is asked for others. */
const SHOWN_MONTHS = 12;

/** The months that an address asks for; what cannot be read falls back to the newest. */
export type InvoicesQuery = { from?: string | undefined; to?: string | undefined };

export type InvoicesView = {
  report: Report;
  /** The months shown, both included; null without any invoice. */
  months: { from: Month; to: Month } | null;
  /** The months with invoices. */
  all: { first: Month; last: Month } | null;
};

/** What vendors bill by month, against our statements, and what was asked beyond them. */
export async function invoicesPage(session: Session, query: InvoicesQuery): Promise<InvoicesView> {
  requirePermission(session, 'view', 'invoices');
  const { database } = session;
  const all = await invoicedMonths(database);
  const months = all && monthsOf(query, all);
  const [vendors, programs, home] = await Promise.all([
    listVendors(database),
    listPrograms(database),
    organisation(database),
  ]);
  const bills = months ? await listedBills(session, months) : [];
  const shown = months ?? { from: monthAt(session), to: monthAt(session) };
  return { report: invoiceListReport({ vendors, programs, bills, ...shown, currency: home.currency }), months, all };
}

function monthAt(session: Session): Month {
  return parseMonth(session.now().toISOString().slice(0, 7));
}

function monthsOf({ from, to }: InvoicesQuery, { first, last }: { first: Month; last: Month }) {
  const end = asMonth(to) ?? last;
  const known = [...eachMonth({ from: monthPeriod(first).from, to: monthPeriod(end).to })];
  const start = asMonth(from) ?? known.slice(-SHOWN_MONTHS)[0] ?? end;
  return start <= end ? { from: start, to: end } : { from: end, to: end };
}

function asMonth(text: string | undefined): Month | null {
  if (text === undefined) return null;
  try {
    return parseMonth(text);
  } catch {
    return null;
  }
}

async function listedBills(session: Session, { from, to }: { from: Month; to: Month }): Promise<ListedBill[]> {
  const bills = billsOf(await listInvoices(session.database, { from, to }));
  const books = await loadBooks(session.database, { from: monthPeriod(from).from, to: monthPeriod(to).to });
  const statements = monthlyStatements(books);
  return bills.map((bill) => {
    const siblings = bills.filter(({ vendor, month }) => vendor === bill.vendor && month === bill.month);
    const own = statementsFor(bill, statements(bill), siblings);
    const handled = own.reduce((sum, statement) => sum + statement.handled, 0);
    return { bill, totals: billTotals(bill, own), handled, href: `/invoices/${bill.invoices[0]?.id ?? ''}` };
  });
}

type Statements = ProgramStatement & Pick<CountedStatement, 'handled'>;

/** The statements of a vendor's month, each with its contract's program; a vendor-month's rows are looked for once. */
export function monthlyStatements(books: Books): (of: Pick<Bill, 'vendor' | 'month'>) => Statements[] {
  const key = (vendor: string, month: string) => `${month} ${vendor}`;
  const rows = Map.groupBy(books.rows, (row) => key(row.vendor, monthOf(row.day)));
  const made = new Map<string, Statements[]>();
  return ({ vendor, month }) => {
    const own = key(vendor, month);
    const contracts = contractsOf(books.versions, { vendor });
    const statements =
      made.get(own) ??
      statementsOf({ ...books, rows: rows.get(own) ?? [] }, contracts, month).map((statement) => ({
        ...statement,
        program: contracts.find(({ id }) => id === statement.contractId)?.program ?? null,
      }));
    made.set(own, statements);
    return statements;
  };
}

/** What a form for an invoice offers. */
export type InvoiceFormView = { vendors: { id: string; label: string }[]; programs: { id: string; label: string }[] };

/** The vendors and programs that an invoice can be recorded for. */
export async function invoiceFormView(session: Session): Promise<InvoiceFormView> {
  requirePermission(session, 'view', 'invoices');
  const choices = (own: readonly { code: string; name: string }[]) =>
    own.map(({ code, name }) => ({ id: code, label: name }));
  return {
    vendors: choices(await listVendors(session.database)),
    programs: choices(await listPrograms(session.database)),
  };
}
