import type { MetricContract } from '#imports';
import type { BatchFacts } from '#quality';
import { isBatchId } from '../calls/batch-id.ts';
import type { Database, Db } from '../database.ts';
import { layOut } from './batch-calls.ts';
import { countDuplicates } from './duplicates.ts';
import { countOverlaps } from './overlaps.ts';
import { countRules } from './rules.ts';
import { countFuture, countHours, countStarts, findClockChanges } from './starts.ts';
import { countOthers, readVolumes } from './volumes.ts';

/** Calls that have each part, and inbound calls that were abandoned or waited. */
async function countReported(tx: Db): Promise<BatchFacts['reported']> {
  const [found] = await tx.sql.query<BatchFacts['reported']>(
    `select count(*) filter (where answered)::int as handled, count(wait_ms) filter (where answered)::int as wait,
       count(hold_ms) filter (where answered)::int as hold, count(wrap_ms) filter (where answered)::int as wrap,
       count(*) filter (where direction = 'inbound')::int as offered,
       count(*) filter (where direction = 'inbound' and outcome = 'abandoned')::int as abandoned,
       count(*) filter (where direction = 'inbound' and wait_ms > 0)::int as waited
     from assessed`,
  );
  return found ?? { handled: 0, wait: 0, hold: 0, wrap: 0, offered: 0, abandoned: 0, waited: 0 };
}

const SHOWN_REASONS = 20;

/** Records by what is wrong with them; a reason with values is the first such record's. */
async function countRejects(tx: Db, batchId: string): Promise<BatchFacts['rejects']> {
  return tx.sql.query<BatchFacts['rejects'][number]>(
    `select r."column", r.reason, g.records
     from (select "column", reason ->> 'key' as key, min(position) as first, count(distinct (file, row))::int as records
       from import_reject where batch_id = $1::uuid group by 1, 2) g
     join import_reject r on r.batch_id = $1::uuid and r.position = g.first
     order by g.records desc, g.first limit ${SHOWN_REASONS}`,
    [batchId],
  );
}

async function countSkipped(tx: Db, batchId: string): Promise<number> {
  const [found] = await tx.sql.query<{ records: number }>(
    `select count(*)::int as records from import_reject
     where batch_id = $1::uuid and reason ->> 'key' = 'rejects.skipped_time'`,
    [batchId],
  );
  return found?.records ?? 0;
}

/** The warning of a repeated hour holds how many calls there were. */
function repeatedHour(warnings: unknown): number {
  const kept = warnings as { key: string; values?: { calls?: number } }[];
  return kept.find(({ key }) => key === 'importWarnings.repeated_hour')?.values?.calls ?? 0;
}

/** What is to be counted of a committed batch, as of a moment; null where there is no such batch, or it is not done. */
export function countBatch(database: Database, id: string, at: Date): Promise<BatchFacts | null> {
  return database.transaction(async (tx) => {
    const batch = isBatchId(id) ? await tx.prisma.importBatch.findUnique({ where: { id } }) : null;
    if (batch?.status !== 'done') return null;
    const { rows, rejected, notCalls, inserted, updated, unchanged, repeated } = batch;
    const { calls, legs } = await layOut(tx, id);
    return {
      at: at.getTime(),
      records: { rows, rejected, notCalls, calls, legs, inserted, updated, unchanged, repeated },
      rejects: await countRejects(tx, id),
      volumes: await readVolumes(tx),
      others: await countOthers(tx),
      rules: await countRules(tx),
      future: await countFuture(tx, at),
      starts: await countStarts(tx),
      hours: await countHours(tx),
      clockChanges: await findClockChanges(tx),
      repeatedHour: repeatedHour(batch.warnings),
      skippedHour: await countSkipped(tx, id),
      overlaps: await countOverlaps(tx),
      duplicates: await countDuplicates(tx),
      reported: await countReported(tx),
      metrics: batch.metrics as MetricContract | null,
    };
  });
}
