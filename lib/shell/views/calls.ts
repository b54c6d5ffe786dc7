import { requirePermission } from '#auth';
import type { ContractVersion } from '#contracts';
import {
  type CallFilter,
  type CallPlace,
  countCalls,
  dataSpan,
  eachCalls,
  type ListedCall,
  listCalls,
  listPrograms,
  listVendors,
  listVersions,
  type Session,
} from '#db';
import type { Text } from '#format';
import { type CallRow, type CallsQuery, callRow, callsTable, contractText, type Row, type Table } from '#reports';
import { addDays, type Period, parseDay } from '#time';
import { type CallsPageQuery, callFilter, placeOf, placeText, readCallsQuery } from './calls-query.ts';
import { isDemonstration } from './demonstration.ts';
import { filtersFor } from './filters.ts';
import type { Choice } from './types.ts';

const SHOWN = 50;
const BATCH = 5_000;

/** A page of the list of calls, with what the whole list adds up to. */
export type CallsView = {
  /** What is asked for, with the days that are shown. */
  query: CallsQuery & { from: string; to: string };
  table: Table;
  /** What the list adds up to, of which the table shows a part. */
  counted: Text;
  /** The contract that the list is of, in a sentence. */
  contract: Text | null;
  previous: CallsPageQuery | null;
  next: CallsPageQuery | null;
  choices: { vendors: Choice[]; programs: Choice[]; classes: string[] };
  /** Whether what is shown is the demonstration, whose vendors and money are invented. */
  demonstration: boolean;
};

/** The zone that a call's start is shown in: its contract's, else its program's. */
async function zonesOf({ database }: Session): Promise<(listed: ListedCall) => string> {
  const versions = new Map((await listVersions(database)).map(({ id, timezone }) => [id, timezone]));
  const programs = new Map((await listPrograms(database)).map(({ code, timezone }) => [code, timezone]));
  return ({ contractId, call }) => versions.get(contractId ?? '') ?? programs.get(call.program) ?? 'UTC';
}

const titleOf = ({ from, to }: Period): Text => ({
  key: 'calls.title',
  values: { period: { kind: 'period', from, to } },
});

/** One page of calls; null where there are none at all. Of days that are not asked for, the last 30 with calls. */
export async function callsPage(session: Session, given: CallsPageQuery): Promise<CallsView | null> {
  requirePermission(session, 'view', 'calls');
  const { after, before, ...asked } = readCallsQuery(given);
  const filters = await filtersFor(session, asked);
  if (!filters) return null;
  const standard = filters.presets.find(({ id }) => id === 'last_30_days') ?? filters;
  const query = { from: standard.from, to: standard.to, ...asked };
  const filter = callFilter(query, { from: parseDay(query.from), to: parseDay(query.to) });
  const paging = { after: placeOf(after), before: placeOf(before) };
  const [{ calls, more }, totals, zoneOf, versions, vendors] = await Promise.all([
    listCalls(session.database, filter, { ...paging, take: SHOWN }),
    countCalls(session.database, filter),
    zonesOf(session),
    listVersions(session.database),
    listVendors(session.database),
  ]);
  const contract = versions.find(({ id }) => id === query.contract);
  return {
    query,
    table: callsTable(
      calls.map((listed) => ({ ...listed, zone: zoneOf(listed) })),
      titleOf(filter.period),
    ),
    counted: {
      key: 'calls.counted',
      values: { calls: totals.calls, billed: totals.billedCalls, seconds: totals.billedSeconds },
    },
    contract: contract ? contractText(contract) : null,
    ...neighbours(query, calls, { ...paging, more }),
    choices: {
      vendors: vendors.map(({ code, name }) => ({ id: code, label: name })),
      programs: filters.programs,
      classes: classesOf(versions, query.vendor),
    },
    demonstration: isDemonstration(vendors),
  };
}

type Read = { after: CallPlace | undefined; before: CallPlace | undefined; more: boolean };

/** The ways to the pages before and after: what was come from is there, what lies ahead is where there is more. */
function neighbours(
  query: CallsQuery,
  calls: readonly ListedCall[],
  { after, before, more }: Read,
): Pick<CallsView, 'previous' | 'next'> {
  const [first, last] = [calls[0]?.call, calls.at(-1)?.call];
  const hasPrevious = before ? more : after !== undefined;
  const hasNext = before ? true : more;
  return {
    previous: first && hasPrevious ? { ...query, before: placeText(first) } : null,
    next: last && hasNext ? { ...query, after: placeText(last) } : null,
  };
}

function classesOf(versions: readonly ContractVersion[], vendor: string | undefined): string[] {
  const own = versions.filter((version) => vendor === undefined || version.vendor === vendor);
  return [...new Set(['standard', ...own.flatMap(({ rating }) => rating.windows.map((window) => window.class))])];
}

/** All calls of a list, to be written as they are read: the table without its rows, and the rows in batches. */
export type AllCalls = { table: Table; period: Period; pages: AsyncIterable<Row[]> };

/** All calls of a list, of all days with calls unless days are asked for; null where there are none at all. */
export async function allCalls(session: Session, given: CallsQuery): Promise<AllCalls | null> {
  requirePermission(session, 'view', 'calls');
  const query = readCallsQuery(given);
  const span = await dataSpan(session.database);
  if (!span) return null;
  const period = {
    from: parseDay(query.from ?? span.first),
    to: parseDay(query.to ?? addDays(span.last, 1)),
  };
  const zoneOf = await zonesOf(session);
  return {
    table: callsTable([], titleOf(period)),
    period,
    pages: rowsOf(session, callFilter(query, period), (listed) => ({ ...listed, zone: zoneOf(listed) })),
  };
}

async function* rowsOf(
  { database }: Session,
  filter: CallFilter,
  toRow: (listed: ListedCall) => CallRow,
): AsyncGenerator<Row[]> {
  for await (const calls of eachCalls(database, filter, { size: BATCH }))
    yield calls.map((listed) => callRow(toRow(listed)));
}
