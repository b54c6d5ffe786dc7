import type { Call, CallDetails } from '#calls';
import { micros } from '#money';
import type { Call as Stored } from '../../../../generated/prisma/client.ts';
import type { Db } from '../database.ts';

/** A stored call with where it came from. */
export type FoundCall = { call: Call; source: { batchId: string; fileName: string | null; file: number; row: number } };

function fromDb(row: Stored, vendor: string, program: string): Call {
  const { callId, callType, direction, waitMs, talkMs, holdMs, wrapMs, answered, disposition, outcome, agent } = row;
  const { startedAt, revenue, customerRef, currency, legOf, details } = row;
  return {
    callId,
    vendor,
    program,
    callType,
    direction,
    startedAt: startedAt.getTime(),
    waitMs,
    talkMs,
    holdMs,
    wrapMs,
    answered,
    disposition,
    outcome,
    agent,
    customerRef: customerRef === null ? null : Buffer.from(customerRef).toString('hex'),
    revenue: revenue === null ? null : micros(revenue),
    currency,
    legOf,
    details: details as CallDetails | null,
  };
}

/** One call by vendor code and the vendor's own id; null where there is none. */
export async function findCall(db: Db, vendor: string, callId: string): Promise<FoundCall | null> {
  const owner = await db.prisma.vendor.findUnique({ where: { code: vendor }, select: { id: true } });
  const row =
    owner && (await db.prisma.call.findUnique({ where: { vendorId_callId: { vendorId: owner.id, callId } } }));
  if (!row) return null;
  const { code } = await db.prisma.program.findUniqueOrThrow({ where: { id: row.programId }, select: { code: true } });
  const batch = await db.prisma.importBatch.findUnique({ where: { id: row.batchId }, select: { fileName: true } });
  return {
    call: fromDb(row, vendor, code),
    source: { batchId: row.batchId, fileName: batch?.fileName ?? null, file: row.batchFile, row: row.batchRow },
  };
}

const HOUR_MS = 3_600_000;

/** Calls of the same customer at the same vendor and program that began with it or less than so many hours before. */
export async function callsBefore(db: Db, call: Call, hours: number): Promise<Call[]> {
  if (call.customerRef === null) return [];
  const [vendor, program] = await Promise.all([
    db.prisma.vendor.findUniqueOrThrow({ where: { code: call.vendor }, select: { id: true } }),
    db.prisma.program.findUniqueOrThrow({ where: { code: call.program }, select: { id: true } }),
  ]);
  const rows = await db.prisma.call.findMany({
    where: {
      vendorId: vendor.id,
      programId: program.id,
      customerRef: Buffer.from(call.customerRef, 'hex'),
      startedAt: { gt: new Date(call.startedAt - hours * HOUR_MS), lte: new Date(call.startedAt) },
      NOT: { callId: call.callId },
    },
  });
  return rows.map((row) => fromDb(row, call.vendor, call.program));
}
