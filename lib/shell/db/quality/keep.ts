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

/** A batch that has just been committed is assessed by whoever imported it. */
const JUST = `interval '1 minute'`;

/** The newest done batch whose quality nobody has assessed; null where there is none. */
export async function nextUnassessed(db: Db, now: Date): Promise<string | null> {
  const [found] = await db.sql.query<{ id: string }>(
    `select id::text as id from import_batch
     where status = 'done' and quality is null and finished_at < $1::timestamptz - ${JUST}
     order by started_at desc, id limit 1`,
    [now.toISOString()],
  );
  return found?.id ?? null;
}

/** Notes that a batch could not be assessed, so that it is not tried for ever. */
export async function keepUnassessable(db: Db, id: string): Promise<void> {
  await db.sql.execute(`update import_batch set quality = '{"version": 0}' where id = $1::uuid and quality is null`, [
    id,
  ]);
}
