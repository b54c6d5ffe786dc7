import { type Invoice, type InvoiceLine, isLineState, noTolerance, type Tolerance } from '#invoices';
import { micros } from '#money';
import { type Month, parseMonth } from '#time';
import type { Db } from '../database.ts';

/** An invoice with where it came from, and who recorded it when. */
export type StoredInvoice = Invoice & { source: string; recordedBy: string; recordedAt: Date };

type Row = Awaited<ReturnType<typeof rowsOf>>[number];

function rowsOf(db: Db, where: NonNullable<Parameters<Db['prisma']['invoice']['findMany']>[0]>['where']) {
  return db.prisma.invoice.findMany({
    ...(where && { where }),
    include: { vendor: { select: { code: true } }, lines: { orderBy: { place: 'asc' } } },
    orderBy: [{ month: 'desc' }, { vendor: { name: 'asc' } }, { number: 'asc' }],
  });
}

type Filter = { vendor?: string; from?: Month; to?: Month; number?: string };

const firstDay = (month: Month) => new Date(`${month}-01T00:00:00Z`);

/** Invoices of the months asked for, both included: newest month first, then by vendor and number. */
export async function listInvoices(db: Db, { vendor, from, to, number }: Filter = {}): Promise<StoredInvoice[]> {
  const rows = await rowsOf(db, {
    ...(vendor !== undefined && { vendor: { code: vendor } }),
    ...(number !== undefined && { number }),
    month: { ...(from && { gte: firstDay(from) }), ...(to && { lte: firstDay(to) }) },
  });
  return fromDb(db, rows);
}

/** One invoice, or null. */
export async function findInvoice(db: Db, id: string): Promise<StoredInvoice | null> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return null;
  const [invoice] = await fromDb(db, await rowsOf(db, { id }));
  return invoice ?? null;
}

/** The first and the last month of any invoice; null = there is none. */
export async function invoicedMonths(db: Db): Promise<{ first: Month; last: Month } | null> {
  const { _min, _max } = await db.prisma.invoice.aggregate({ _min: { month: true }, _max: { month: true } });
  return _min.month && _max.month ? { first: monthText(_min.month), last: monthText(_max.month) } : null;
}

/** What each vendor's invoices may differ by and still agree; none where nobody has set it. */
export async function listTolerances(db: Db): Promise<Map<string, Tolerance>> {
  const vendors = await db.prisma.vendor.findMany({ select: { code: true, tolerance: true } });
  return new Map(vendors.map(({ code, tolerance }) => [code, (tolerance as Tolerance | null) ?? noTolerance]));
}

async function fromDb(db: Db, rows: readonly Row[]): Promise<StoredInvoice[]> {
  const programs = await db.prisma.program.findMany({ select: { id: true, code: true } });
  const codes = new Map(programs.map(({ id, code }) => [id, code]));
  return rows.map(({ vendor, vendorId: _, programId, month, payable, lines, ...row }) => ({
    ...row,
    vendor: vendor.code,
    program: codes.get(programId) ?? null,
    month: monthText(month),
    payable: payable === null ? null : micros(payable),
    lines: lines.map((line) => lineFromDb(row.number, line)),
  }));
}

function lineFromDb(invoice: string, { quantity, rate, ...line }: Row['lines'][number]): InvoiceLine {
  const { place, description, amount, matchedWith, state, credited } = line;
  if (!isLineState(state)) throw new Error(`invoice ${invoice}, line ${place}: no state "${state}"`);
  return {
    invoice,
    place,
    description,
    quantity: quantity?.toFixed() ?? null,
    rate: rate?.toFixed() ?? null,
    amount: micros(amount),
    matchedWith,
    state,
    credited: credited === null ? null : micros(credited),
  };
}

function monthText(date: Date): Month {
  return parseMonth(date.toISOString().slice(0, 7));
}
