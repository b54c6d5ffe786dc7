import type { Declaration, Program } from '#contracts';
import type { Db } from '../database.ts';
import { type By, recordChange } from './changes.ts';
import { asDate, contractRow, withoutNulls } from './contract-row.ts';
import { idsByCode } from './read.ts';

/** What became of one declared thing. */
export type Change = {
  what: 'organisation' | 'vendor' | 'program' | 'contract' | 'outcomes';
  name: string;
  change: 'created' | 'changed' | 'unchanged';
};

/** Palette places; the first free one goes to a new vendor, and it keeps it. */
const PALETTE = 8;

const same = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b);

/** One text for equal values, whatever the order of their keys; jsonb does not keep it. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner) && !(inner instanceof Date)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : (inner ?? null),
  );
}

async function saveOrganisation(tx: Db, { currency, timezone }: Declaration): Promise<Change[]> {
  if (currency === undefined && timezone === undefined) return [];
  const before = await tx.prisma.organisation.findUnique({ where: { id: 1 } });
  const after = { currency: currency ?? before?.currency ?? 'EUR', timezone: timezone ?? before?.timezone ?? 'UTC' };
  await tx.prisma.organisation.upsert({ where: { id: 1 }, create: { id: 1, ...after }, update: after });
  return [
    {
      what: 'organisation',
      name: after.currency,
      change: !before ? 'created' : same({ id: 1, ...after }, before) ? 'unchanged' : 'changed',
    },
  ];
}

async function saveVendors(tx: Db, { vendors }: Declaration): Promise<Change[]> {
  const changes: Change[] = [];
  for (const { code, name, country, timezone, status } of vendors) {
    const before = await tx.prisma.vendor.findUnique({ where: { code } });
    const after = { name, country: country ?? null, timezone, status };
    if (before) {
      const { name: n, country: c, timezone: t, status: s } = before;
      const unchanged = same(after, { name: n, country: c, timezone: t, status: s });
      if (!unchanged) await tx.prisma.vendor.update({ where: { code }, data: after });
      changes.push({ what: 'vendor', name: code, change: unchanged ? 'unchanged' : 'changed' });
    } else {
      const color = (await tx.prisma.vendor.count()) % PALETTE;
      await tx.prisma.vendor.create({ data: { code, ...after, color } });
      changes.push({ what: 'vendor', name: code, change: 'created' });
    }
  }
  return changes;
}

function programRow(declared: Program) {
  const { goLive, serviceLevel, code: _, ...rest } = declared;
  return { ...rest, goLive: goLive === undefined ? null : asDate(goLive), serviceLevel: serviceLevel ?? null };
}

async function savePrograms(tx: Db, { programs }: Declaration): Promise<Change[]> {
  const changes: Change[] = [];
  for (const declared of programs) {
    const { code } = declared;
    const before = await tx.prisma.program.findUnique({ where: { code } });
    const after = programRow(declared);
    const { serviceLevel, ...plain } = after;
    // Prisma tells a JSON null from an absent one: absent leaves the column empty.
    const data = { ...plain, ...(serviceLevel === null ? {} : { serviceLevel }) };
    if (!before) await tx.prisma.program.create({ data: { code, ...data } });
    const stored = before && {
      ...Object.fromEntries(Object.keys(after).map((key) => [key, before[key as keyof typeof before]])),
      grossMargin: before.grossMargin.toFixed(),
      otherCostPerCall: before.otherCostPerCall.toFixed(),
    };
    const wanted = {
      ...after,
      grossMargin: plainDecimal(after.grossMargin),
      otherCostPerCall: plainDecimal(after.otherCostPerCall),
    };
    const unchanged = stored !== null && same(stored, wanted);
    if (before && !unchanged) {
      await tx.prisma.program.update({ where: { code }, data });
      if (serviceLevel === null)
        await tx.sql.execute('update program set service_level = null where code = $1', [code]);
    }
    changes.push({ what: 'program', name: code, change: !before ? 'created' : unchanged ? 'unchanged' : 'changed' });
  }
  return changes;
}

/** 0.50 and 0.5 are one number: without the zeros that say nothing. */
function plainDecimal(text: string): string {
  return text.includes('.') ? text.replace(/0+$/, '').replace(/\.$/, '') : text;
}

async function saveContracts(tx: Db, { contracts }: Declaration, by: By): Promise<Change[]> {
  const ids = await idsByCode(tx);
  const changes: Change[] = [];
  for (const declared of contracts) {
    const vendorId = ids.vendors.get(declared.vendor);
    const programId = declared.program === undefined ? null : (ids.programs.get(declared.program) ?? null);
    if (vendorId === undefined) throw new Error(`undeclared vendor ${declared.vendor}`);
    const from = asDate(declared.from);
    const before = await tx.prisma.contractVersion.findFirst({ where: { vendorId, programId, from } });
    const after = contractRow(declared);
    const name = `${declared.vendor}${declared.program ? `/${declared.program}` : ''} from ${declared.from}`;
    const stored =
      before && Object.fromEntries(Object.keys(after).map((key) => [key, before[key as keyof typeof before]]));
    const unchanged = stored !== null && same(stored, after);
    const data = withoutNulls(after);
    const scope = { vendorId, programId };
    if (!before) {
      const { id } = await tx.prisma.contractVersion.create({ data: { ...scope, from, ...data } });
      await recordChange(tx, scope, { versionId: id, action: 'created', before: null, after: declared, by });
    } else if (!unchanged) {
      await tx.sql.execute(
        'update contract_version set valid_to = null, vendor_cost = null, plan = null where id = $1',
        [before.id],
      );
      await tx.prisma.contractVersion.update({ where: { id: before.id }, data });
      const was = { ...declared, ...versionTerms(before) };
      await recordChange(tx, scope, { versionId: before.id, action: 'changed', before: was, after: declared, by });
    }
    changes.push({ what: 'contract', name, change: !before ? 'created' : unchanged ? 'unchanged' : 'changed' });
  }
  return changes;
}

/** Stored terms as the history keeps them. */
function versionTerms({ currency, timezone, exchange, rating, charges, to, vendorCost, plan }: StoredVersion) {
  return {
    ...{ currency, timezone, exchange, rating, charges },
    to: to?.toISOString().slice(0, 10) ?? null,
    vendorCost: vendorCost ?? undefined,
    plan: plan ?? undefined,
  };
}

type StoredVersion = NonNullable<Awaited<ReturnType<Db['prisma']['contractVersion']['findFirst']>>>;

async function saveOutcomes(tx: Db, { outcomes }: Declaration): Promise<Change[]> {
  const ids = await idsByCode(tx);
  const changes: Change[] = [];
  for (const { vendor, map, leaveOut } of outcomes) {
    const vendorId = ids.vendors.get(vendor);
    if (vendorId === undefined) throw new Error(`undeclared vendor ${vendor}`);
    const before = await tx.prisma.outcomeMap.findMany({ where: { vendorId } });
    const known = new Map(before.map((row) => [row.disposition, row.outcome ?? `left out: ${row.leaveOut}`]));
    const rows = [
      ...Object.entries(map).map(([disposition, outcome]) => ({ disposition, outcome, leaveOut: null })),
      ...Object.entries(leaveOut).map(([disposition, reason]) => ({ disposition, outcome: null, leaveOut: reason })),
    ];
    const changed = rows.filter((row) => known.get(row.disposition) !== (row.outcome ?? `left out: ${row.leaveOut}`));
    for (const { disposition, ...meaning } of changed) {
      const key = { vendorId_disposition: { vendorId, disposition } };
      await tx.prisma.outcomeMap.upsert({ where: key, create: { vendorId, disposition, ...meaning }, update: meaning });
    }
    changes.push({
      what: 'outcomes',
      name: vendor,
      change: before.length === 0 && rows.length > 0 ? 'created' : changed.length > 0 ? 'changed' : 'unchanged',
    });
  }
  return changes;
}

/** Writes a declaration; what it does not name is left as it is. Returns what became of each declared thing. */
export async function saveDeclaration(tx: Db, declaration: Declaration, by: By): Promise<Change[]> {
  return [
    ...(await saveOrganisation(tx, declaration)),
    ...(await saveVendors(tx, declaration)),
    ...(await savePrograms(tx, declaration)),
    ...(await saveContracts(tx, declaration, by)),
    ...(await saveOutcomes(tx, declaration)),
  ];
}
