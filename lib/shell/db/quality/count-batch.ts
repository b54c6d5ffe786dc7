import type { MetricContract } from '#imports';
import type { BatchFacts } from '#quality';
import { isBatchId } from '../calls/batch-id.ts';
import type { Database, Db } from '../database.ts';
import { layOut } from './batch-calls.ts';
import { countCalls } from './count-calls.ts';
import { countDuplicates } from './duplicates.ts';
import { countHours, findClockChanges, readVolumes, sumHours } from './hours.ts';
import { countOthers } from './others.ts';
import { countOverlaps } from './overlaps.ts';

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

/** What the warnings under one key hold. */
function warned<Values>(warnings: unknown, own: string): Values[] {
  const kept = warnings as { key: string; values?: Values }[];
  return kept.flatMap(({ key, values }) => (key === own && values ? [values] : []));
}

/** What is to be counted of a committed batch, as of a moment; null where there is no such batch, or it is not done. */
export function countBatch(database: Database, id: string, at: Date): Promise<BatchFacts | null> {
  return database.transaction(async (tx) => {
    const batch = isBatchId(id) ? await tx.prisma.importBatch.findUnique({ where: { id } }) : null;
    if (batch?.status !== 'done') return null;
    const { rows, rejected, notCalls, inserted, updated, unchanged, repeated } = batch;
    const legs = await layOut(tx, id);
    await sumHours(tx);
    const { calls, comparable, ...counted } = await countCalls(tx, at);
    return {
      at: at.getTime(),
      records: { rows, rejected, notCalls, calls, legs, inserted, updated, unchanged, repeated },
      full: warned<BatchFacts['full'][number]>(batch.warnings, 'importWarnings.export_full'),
      rejects: await countRejects(tx, id),
      volumes: await readVolumes(tx),
      others: await countOthers(tx),
      ...counted,
      hours: await countHours(tx),
      clockChanges: await findClockChanges(tx),
      repeatedHour: warned<{ calls: number }>(batch.warnings, 'importWarnings.repeated_hour')[0]?.calls ?? 0,
      skippedHour: await countSkipped(tx, id),
      overlaps: await countOverlaps(tx),
      duplicates: await countDuplicates(tx, id, comparable),
      metrics: batch.metrics as MetricContract | null,
    };
  });
}
