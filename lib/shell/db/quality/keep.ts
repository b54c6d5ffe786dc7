import type { Assessment } from '#quality';
import { isBatchId } from '../calls/batch-id.ts';
import type { Db } from '../database.ts';

/** Keeps what is to be said of a batch with it, and its first and last day. */
export async function keepAssessment(db: Db, id: string, assessment: Assessment): Promise<void> {
  await db.sql.execute(
    `update import_batch set quality = $2::jsonb, first_day = $3::date, last_day = $4::date where id = $1::uuid`,
    [id, JSON.stringify(assessment), assessment.span?.first ?? null, assessment.span?.last ?? null],
  );
}

/** What is kept of a batch's quality, with what the batch is called; null where nothing is, or it is of an older shape. */
export async function keptAssessment(
  db: Db,
  id: string,
): Promise<{ assessment: Assessment; fileName: string; vendor: string | null } | null> {
  if (!isBatchId(id)) return null;
  const batch = await db.prisma.importBatch.findUnique({
    where: { id },
    select: { quality: true, fileName: true, vendor: { select: { code: true } } },
  });
  const assessment = batch?.quality as Assessment | null | undefined;
  if (!batch || assessment?.version !== 1) return null;
  return { assessment, fileName: batch.fileName, vendor: batch.vendor?.code ?? null };
}
