import type { Outcome } from '#calls';
import { type ContractVersion, contract, type Program, program, type VendorDeclaration } from '#contracts';
import type { Db } from '../database.ts';

/** How reports are written; EUR and UTC until a declaration says otherwise. */
export async function organisation(db: Db): Promise<{ currency: string; timezone: string }> {
  return (await db.prisma.organisation.findUnique({ where: { id: 1 } })) ?? { currency: 'EUR', timezone: 'UTC' };
}

/** Database ids by code. */
export async function idsByCode(db: Db): Promise<{ vendors: Map<string, number>; programs: Map<string, number> }> {
  const vendors = await db.prisma.vendor.findMany({ select: { id: true, code: true } });
  const programs = await db.prisma.program.findMany({ select: { id: true, code: true } });
  return {
    vendors: new Map(vendors.map(({ id, code }) => [code, id])),
    programs: new Map(programs.map(({ id, code }) => [code, id])),
  };
}

/** A declared vendor with its place in the palette. */
export type VendorRecord = VendorDeclaration & { color: number };

/** Every vendor, by name. */
export async function listVendors(db: Db): Promise<VendorRecord[]> {
  const rows = await db.prisma.vendor.findMany({ orderBy: { name: 'asc' } });
  return rows.map(({ code, name, country, timezone, status, color }) => ({
    code,
    name,
    ...(country === null ? {} : { country }),
    timezone,
    status: status as VendorRecord['status'],
    color,
  }));
}

const dayText = (date: Date): string => date.toISOString().slice(0, 10);

/** Every program, by name, read back through the schema that it was declared with. */
export async function listPrograms(db: Db): Promise<Program[]> {
  const rows = await db.prisma.program.findMany({ orderBy: { name: 'asc' } });
  return rows.map((row) =>
    program.parse({
      code: row.code,
      name: row.name,
      direction: row.direction,
      timezone: row.timezone,
      currency: row.currency,
      grossMargin: row.grossMargin.toFixed(),
      otherCostPerCall: row.otherCostPerCall.toFixed(),
      requiredMargin: row.requiredMargin,
      ...(row.serviceLevel === null ? {} : { serviceLevel: row.serviceLevel }),
      shortAbandonSeconds: row.shortAbandonSeconds,
      repeatWindowDays: row.repeatWindowDays,
      transferTime: row.transferTime,
      revenueBooking: row.revenueBooking,
      lastTouchDays: row.lastTouchDays,
      ...(row.goLive === null ? {} : { goLive: dayText(row.goLive) }),
    }),
  );
}

/** Every contract version, by vendor, program and start, read back through the schema that it was declared with. */
export async function listVersions(db: Db): Promise<ContractVersion[]> {
  const rows = await db.prisma.contractVersion.findMany({
    include: { vendor: { select: { code: true } }, program: { select: { code: true } } },
    orderBy: [{ vendorId: 'asc' }, { programId: 'asc' }, { from: 'asc' }],
  });
  return rows.map((row) => ({
    id: String(row.id),
    ...contract.parse({
      vendor: row.vendor.code,
      ...(row.program === null ? {} : { program: row.program.code }),
      from: dayText(row.from),
      to: row.to === null ? null : dayText(row.to),
      currency: row.currency,
      timezone: row.timezone,
      exchange: row.exchange,
      rating: row.rating,
      charges: row.charges,
      ...(row.vendorCost === null ? {} : { vendorCost: row.vendorCost }),
      ...(row.plan === null ? {} : { plan: row.plan }),
    }),
  }));
}

/** A vendor's own words: what its dispositions mean here, which are no calls at all and why, and its names of programs. */
export type OwnWords = {
  outcomeMap: Map<string, Outcome>;
  leaveOut: Map<string, string>;
  programs: Map<string, string>;
};

/** The own words of every vendor, by vendor code. */
export async function vendorWords(db: Db): Promise<Map<string, OwnWords>> {
  const vendors = await db.prisma.vendor.findMany({
    include: { outcomes: true, programWords: { include: { program: { select: { code: true } } } } },
  });
  return new Map(
    vendors.map(({ code, outcomes, programWords }) => [
      code,
      {
        outcomeMap: new Map(outcomes.flatMap((row) => (row.outcome ? [[row.disposition, row.outcome] as const] : []))),
        leaveOut: new Map(outcomes.flatMap((row) => (row.leaveOut ? [[row.disposition, row.leaveOut] as const] : []))),
        programs: new Map(programWords.map(({ word, program }) => [word, program.code])),
      },
    ]),
  );
}
