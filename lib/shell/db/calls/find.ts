import type { Call } from '#calls';
import { micros } from '#money';
import type { Db } from '../database.ts';

/** A stored call with where it came from. */
export type FoundCall = { call: Call; source: { batchId: string; fileName: string | null; row: number } };

/** One call by vendor code and the vendor's own id; null where there is none. */
export async function findCall(db: Db, vendor: string, callId: string): Promise<FoundCall | null> {
  const owner = await db.prisma.vendor.findUnique({ where: { code: vendor }, select: { id: true } });
  const row =
    owner && (await db.prisma.call.findUnique({ where: { vendorId_callId: { vendorId: owner.id, callId } } }));
  if (!row) return null;
  const { batchId, batchRow, vendorId: _, programId, startedAt, revenue, customerRef, ...rest } = row;
  const { code } = await db.prisma.program.findUniqueOrThrow({ where: { id: programId }, select: { code: true } });
  const batch = await db.prisma.importBatch.findUnique({ where: { id: batchId }, select: { fileName: true } });
  const call: Call = {
    ...rest,
    vendor,
    program: code,
    startedAt: startedAt.getTime(),
    revenue: revenue === null ? null : micros(revenue),
    customerRef: customerRef === null ? null : Buffer.from(customerRef).toString('hex'),
  };
  return { call, source: { batchId, fileName: batch?.fileName ?? null, row: batchRow } };
}
