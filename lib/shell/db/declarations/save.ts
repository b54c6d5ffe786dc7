import type { AmendmentStep, Contract, ContractVersion, Declaration, Program } from '#contracts';
import type { Db } from '../database.ts';
import { idOf } from '../rollup/spans.ts';
import { type By, saveAmendment } from './changes.ts';
import { asDate, contractRow } from './contract-row.ts';
import { idsByCode, listVersions } from './read.ts';

/** What became of one declared thing. */
export type Change = {
  what: 'organisation' | 'vendor' | 'program' | 'contract' | 'outcomes' | 'program words';
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
  const stored = await listVersions(tx);
  const changes: Change[] = [];
  for (const declared of contracts) {
    const { vendor, program, from } = declared;
    const before = stored.find((own) => own.vendor === vendor && own.program === program && own.from === from) ?? null;
    const unchanged = before !== null && same(contractRow(before), contractRow(declared));
    if (!unchanged) await saveAmendment(tx, [stepOf(before, declared)], by);
    const name = `${vendor}${program ? `/${program}` : ''} from ${from}`;
    changes.push({ what: 'contract', name, change: !before ? 'created' : unchanged ? 'unchanged' : 'changed' });
  }
  return changes;
}

function stepOf(before: ContractVersion | null, declared: Contract): AmendmentStep {
  return before === null
    ? { action: 'created', before, after: declared }
    : { action: 'changed', before, after: { ...declared, id: before.id } };
}

async function saveOutcomes(tx: Db, { outcomes }: Declaration): Promise<Change[]> {
  const ids = await idsByCode(tx);
  const changes: Change[] = [];
  for (const { vendor, map, leaveOut } of outcomes) {
    const vendorId = idOf(ids.vendors, vendor);
    const before = await tx.prisma.outcomeMap.findMany({ where: { vendorId } });
    const stored = new Map(before.map((row) => [row.disposition, row.outcome ?? `left out: ${row.leaveOut}`]));
    const rows = [
      ...Object.entries(map).map(([disposition, outcome]) => ({ disposition, outcome, leaveOut: null })),
      ...Object.entries(leaveOut).map(([disposition, reason]) => ({ disposition, outcome: null, leaveOut: reason })),
    ];
    const changed = rows.filter((row) => stored.get(row.disposition) !== (row.outcome ?? `left out: ${row.leaveOut}`));
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

async function saveProgramWords(tx: Db, { outcomes }: Declaration): Promise<Change[]> {
  const ids = await idsByCode(tx);
  const changes: Change[] = [];
  for (const { vendor, programs } of outcomes) {
    const vendorId = idOf(ids.vendors, vendor);
    const words = Object.entries(programs).map(([word, program]) => ({
      word,
      programId: idOf(ids.programs, program),
    }));
    if (words.length === 0) continue;
    const before = await tx.prisma.programWord.findMany({ where: { vendorId } });
    const changed = words.filter(
      ({ word, programId }) => !before.some((own) => own.word === word && own.programId === programId),
    );
    for (const { word, programId } of changed) {
      const key = { vendorId_word: { vendorId, word } };
      await tx.prisma.programWord.upsert({ where: key, create: { vendorId, word, programId }, update: { programId } });
    }
    const change = before.length === 0 ? 'created' : changed.length > 0 ? 'changed' : 'unchanged';
    changes.push({ what: 'program words', name: vendor, change });
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
    ...(await saveProgramWords(tx, declaration)),
  ];
}
