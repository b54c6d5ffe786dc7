import { requirePermission } from '#auth';
import {
  beginTouched,
  idsByCode,
  listVendors,
  lockAllVendors,
  organisation,
  refreshTouched,
  type SavedEvents,
  type Session,
  saveRevenueEvents,
} from '#db';
import type { Text } from '#format';
import { type RevenueEntry, type RevenueScope, readTable, revenueTable, UnusableFileError } from '#imports';
import { judgeAll } from './judge-vendors.ts';
import { fileWarnings, wholeFile } from './whole-file.ts';

export type RevenueFile = {
  bytes: Uint8Array;
  fileName: string;
  /** The vendor of every row; null = each row names its own, or none. */
  vendor: string | null;
  /** The zone of local times; null = the row's vendor's, of rows without one the organisation's. */
  timezone: string | null;
};

export type RevenueImported = SavedEvents & { rows: number; days: number; warnings: Text[] };

/** Events as they are recorded, with the roll-up and the verdicts that follow: all of it or nothing. */
async function store(session: Session, rows: readonly RevenueEntry[], source: string) {
  return session.database.transaction(async (tx) => {
    const now = session.now();
    await beginTouched(tx);
    // Calls that come in meanwhile would be in no event's sight, and the event in no call's.
    await lockAllVendors(tx);
    const saved = await saveRevenueEvents(tx, rows, { source, recordedBy: session.actor.id, recordedAt: now });
    const { days } = await refreshTouched(tx);
    if (days > 0) await judgeAll(tx, now);
    return { ...saved, days };
  });
}

async function scopeOf(session: Session, { vendor, timezone }: RevenueFile): Promise<RevenueScope> {
  const { database, hashCustomer } = session;
  const { vendors, programs } = await idsByCode(database);
  const zones = new Map((await listVendors(database)).map((own) => [own.code, own.timezone]));
  const home = (await organisation(database)).timezone;
  const zoneOf = (code: string | null) => timezone ?? zones.get(code ?? '') ?? home;
  return { vendors: new Set(vendors.keys()), programs: new Set(programs.keys()), vendor, zoneOf, hashCustomer };
}

function warningsOf(rows: readonly RevenueEntry[]): Text[] {
  const events = rows.filter(({ repeated }) => repeated).length;
  return events === 0 ? [] : [{ key: 'importWarnings.repeated_hour_of_events', values: { events } }];
}

/**
 * Takes a file of revenue events, whole or not at all: the same event again changes nothing, with something else it is
 * corrected. Throws UnusableFileError for what is no such file, and a refusal that lists every fault of every row.
 */
export async function importRevenue(session: Session, input: RevenueFile): Promise<RevenueImported> {
  requirePermission(session, 'change', 'revenue');
  const { fileName, vendor } = input;
  const scope = await scopeOf(session, input);
  if (vendor !== null && !scope.vendors.has(vendor))
    throw new UnusableFileError(fileName, { key: 'files.unknown_vendor' }, { value: vendor });
  const read = await readTable(input.bytes, revenueTable(scope), { fileName });
  const rows = wholeFile(fileName, read);
  return {
    rows: rows.length,
    ...(await store(session, rows, fileName)),
    warnings: [...fileWarnings(read), ...warningsOf(rows)],
  };
}
