import { requirePermission } from '#auth';
import type { ContractVersion } from '#contracts';
import { dataSpan, listPrograms, listVendors, listVersions, organisation, type Session, type VendorRecord } from '#db';
import { type Day, isDay, monthOf, monthPeriod } from '#time';
import { todayIn } from './contract-scope.ts';
import type { Choice } from './types.ts';

/** What is edited: a stored contract, or a new one with what is known of it beforehand. */
export type EditorRequest =
  | { id: string }
  | { id: null; vendor?: string | undefined; program?: string | undefined; from?: string | undefined };

/** What the editor starts from and offers. */
export type EditorView = {
  /** The stored contract; null for a new one. */
  version: ContractVersion | null;
  /** What a new contract starts from. */
  start: { vendor: string; program: string; currency: string; timezone: string };
  /** The day from which the terms are to hold, unless somebody chooses another. */
  from: Day;
  vendors: (Choice & { timezone: string })[];
  programs: Choice[];
  /** The last day with calls of the vendor: terms from a later day touch nothing that is past. */
  lastDay: Day | null;
};

/** What an editor of a stored contract, or of a new one, starts from; null where there is no such contract. */
export async function contractEditor(session: Session, request: EditorRequest): Promise<EditorView | null> {
  requirePermission(session, 'change', 'declarations');
  const { database } = session;
  const version = request.id === null ? null : (await listVersions(database)).find(({ id }) => id === request.id);
  const vendors = await listVendors(database);
  const start = await startOf(session, vendors, version ?? null, request);
  if (version === undefined || start === null) return null;
  const asked = request.id === null && request.from !== undefined && isDay(request.from) ? request.from : null;
  return {
    version,
    start,
    from: asked ?? effectiveDay(todayIn(session, start.timezone), version),
    vendors: vendors.map(({ code, name, timezone }) => ({ id: code, label: name, timezone })),
    programs: (await listPrograms(database)).map(({ code, name }) => ({ id: code, label: name })),
    lastDay: (await dataSpan(database, start.vendor))?.last ?? null,
  };
}

async function startOf(
  { database }: Session,
  vendors: readonly VendorRecord[],
  version: ContractVersion | null,
  request: EditorRequest,
): Promise<EditorView['start'] | null> {
  if (version) {
    const { vendor, program = '', currency, timezone } = version;
    return { vendor, program, currency, timezone };
  }
  const { vendor, program } = request.id === null ? request : { vendor: undefined, program: undefined };
  const chosen = vendors.find(({ code }) => code === vendor) ?? vendors[0];
  if (!chosen) return null;
  const programs = await listPrograms(database);
  const known = programs.find(({ code }) => code === program);
  const currency = known?.currency ?? (await organisation(database)).currency;
  return { vendor: chosen.code, program: known?.code ?? '', currency, timezone: chosen.timezone };
}

/** The first of next month while the version is in force then, so that no day that is past moves; else its first day. */
function effectiveDay(today: Day, version: ContractVersion | null): Day {
  const next = monthPeriod(monthOf(today)).to;
  if (!version) return next;
  const holds = version.from < next && (version.to === null || next < version.to);
  return holds ? next : version.from;
}
