import { requirePermission } from '#auth';
import {
  type EventFilter,
  eachEvents,
  eventSpan,
  listEvents,
  listPrograms,
  listVendors,
  organisation,
  revenueCells,
  type Session,
  totalEvents,
} from '#db';
import { inputColumns } from '#imports';
import { eventRow, eventsTable, type Report, type Row, revenueReport, type Table } from '#reports';
import { maturingByProgram, type RevenueKind, revenueKinds } from '#revenue';
import { addDays, type Day, isDay, type Period, parseDay } from '#time';
import { isDemonstration } from './demonstration.ts';
import type { Choice } from './types.ts';

const SHOWN = 50;
/** A workbook is made in memory; the CSV is written as it is read and has no end. */
const MOST_IN_WORKBOOK = 50_000;

/** What an address asks for; what cannot be read is not asked for. */
export type RevenueQuery = { [Name in 'state' | 'vendor' | 'kind' | 'from' | 'to' | 'page']?: string | undefined };

export type RevenueView = {
  /** What is chosen, in the address. */
  query: { [Name in Exclude<keyof RevenueQuery, 'page'>]?: string };
  /** From 1, and how many there are. */
  page: number;
  pages: number;
  report: Report;
  choices: { vendors: Choice[]; kinds: readonly RevenueKind[] };
  demonstration: boolean;
};

type Asked = { filter: EventFilter; query: RevenueView['query'] };

/** Days are local ones of the organisation: an event without a call has no program's calendar. */
async function askedOf({ database }: Session, { state, vendor, kind, from, to }: RevenueQuery): Promise<Asked> {
  const { timezone } = await organisation(database);
  const chosen = {
    state: (['matched', 'unmatched'] as const).find((own) => own === state),
    vendor: vendor || undefined,
    kind: revenueKinds.find((own) => own === kind),
    from: dayOf(from),
    to: dayOf(to),
  };
  const given = Object.entries(chosen).filter((entry) => entry[1] !== undefined);
  return { filter: { ...chosen, timezone }, query: Object.fromEntries(given) };
}

function dayOf(text: string | undefined): Day | undefined {
  return text !== undefined && isDay(text) ? text : undefined;
}

/** The days asked for, or else of all events. */
async function periodOf({ database, now }: Session, { from, to, timezone }: EventFilter): Promise<Period> {
  const span = await eventSpan(database, timezone);
  const today = parseDay(now().toISOString().slice(0, 10));
  return { from: from ?? span?.first ?? today, to: to ?? addDays(span?.last ?? today, 1) };
}

type Part = { skip: number; take: number };

async function reportOf(
  session: Session,
  filter: EventFilter,
  { skip, take }: Part,
): Promise<{ report: Report; all: number }> {
  const { database } = session;
  const totals = await totalEvents(database, filter);
  const all = totals.reduce((sum, { events }) => sum + events, 0);
  const [vendors, programs] = [await listVendors(database), await listPrograms(database)];
  const report = revenueReport({
    ...{ vendors, programs, totals, all, timezone: filter.timezone },
    period: await periodOf(session, filter),
    currency: (await organisation(database)).currency,
    events: await listEvents(database, filter, { skip, take }),
    maturing: all === 0 ? [] : maturingByProgram(await revenueCells(database)),
  });
  return { report, all };
}

/** Later revenue: what has no call yet first, what it adds up to, and how it usually arrives. */
export async function revenuePage(session: Session, given: RevenueQuery): Promise<RevenueView> {
  requirePermission(session, 'view', 'revenue');
  const { filter, query } = await askedOf(session, given);
  const page = Math.max(1, Math.trunc(Number(given.page)) || 1);
  const { report, all } = await reportOf(session, filter, { skip: (page - 1) * SHOWN, take: SHOWN });
  const vendors = await listVendors(session.database);
  return {
    ...{ query, page, pages: Math.max(1, Math.ceil(all / SHOWN)), report },
    choices: { vendors: vendors.map(({ code, name }) => ({ id: code, label: name })), kinds: revenueKinds },
    demonstration: isDemonstration(vendors),
  };
}

/** The columns of a file of events. */
export function revenueTemplate(): readonly string[] {
  return inputColumns.revenue;
}

/** The page as a workbook holds it, with as many of its events as go into one. */
export async function revenueWorkbook(session: Session, given: RevenueQuery): Promise<Report> {
  requirePermission(session, 'view', 'revenue');
  const { filter } = await askedOf(session, given);
  return (await reportOf(session, filter, { skip: 0, take: MOST_IN_WORKBOOK })).report;
}

/** All events of a list, to be written as they are read: the table without its rows, and the rows in batches. */
export async function allRevenue(
  session: Session,
  given: RevenueQuery,
): Promise<{ table: Table; pages: AsyncIterable<Row[]> }> {
  requirePermission(session, 'view', 'revenue');
  const { filter } = await askedOf(session, given);
  return { table: eventsTable([], filter.timezone), pages: rowsOf(session, filter) };
}

async function* rowsOf({ database }: Session, filter: EventFilter): AsyncGenerator<Row[]> {
  const toRow = eventRow(filter.timezone);
  for await (const events of eachEvents(database, filter)) yield events.map(toRow);
}
