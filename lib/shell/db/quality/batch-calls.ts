import type { Db } from '../database.ts';

/** Columns that a batch's calls are looked at by: its own word for each, whether it is the one that stands or not. */
const said = `vendor_id, call_id, batch_file as file, batch_row as row, program_id, started_at, wait_ms, talk_ms, hold_ms,
  wrap_ms, revenue, direction, outcome, answered, agent, customer_ref, disposition, leg_of`;

/**
 * Lays out what a batch says of its calls in a table of this transaction, so that every count scans them once and no
 * other. Legs are left out, but for their number: their time is in their call's.
 */
export async function layOut(tx: Db, batchId: string): Promise<{ calls: number; legs: number }> {
  await tx.sql.execute(
    `create temp table assessed on commit drop as
     select s.*, p.timezone, s.started_at at time zone p.timezone as local_at,
       s.talk_ms + coalesce(s.hold_ms, 0) + coalesce(s.wrap_ms, 0) as handle_ms
     from (select ${said} from call where batch_id = '${batchId}'
           union all select ${said} from call_word where batch_id = '${batchId}') s
     join program p on p.id = s.program_id`,
  );
  const [counted] = await tx.sql.query<{ calls: number; legs: number }>(
    'select count(*) filter (where leg_of is null)::int as calls, count(leg_of)::int as legs from assessed',
  );
  const { calls = 0, legs = 0 } = counted ?? {};
  if (legs > 0) await tx.sql.execute('delete from assessed where leg_of is not null');
  await tx.sql.execute('analyze assessed');
  return { calls, legs };
}
