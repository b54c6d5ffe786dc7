import type { Db } from '../database.ts';

const said = `vendor_id, call_id, batch_file as file, batch_row as row, program_id, started_at, wait_ms, talk_ms, hold_ms,
  wrap_ms, revenue, direction, outcome, answered, agent, customer_ref, disposition, leg_of,
  coalesce(details ->> 'transfers', '0') <> '0' as is_shared`;

/** What a batch says of its calls, be it the word that stands or not. */
const words = (batchId: string) => `
  (select * from (select ${said} from call where batch_id = '${batchId}'
   union all select ${said} from call_word where batch_id = '${batchId}') s)`;

/**
 * Lays out what a batch says of its calls in a table of this transaction, so that every count scans them and no others.
 * Legs are left out, their time is in their call's; returns how many there are. `is_shared`: several agents' time.
 */
export async function layOut(tx: Db, batchId: string): Promise<number> {
  // Millions of calls are sorted and hashed; what is compiled for them is run once.
  await tx.sql.execute(`set local work_mem = '64MB'`);
  await tx.sql.execute('set local jit = off');
  await tx.sql.execute(
    `create temp table assessed on commit drop as
     select s.*, s.started_at at time zone p.timezone as local_at
     from ${words(batchId)} s join program p on p.id = s.program_id where s.leg_of is null`,
  );
  await tx.sql.execute('analyze assessed (vendor_id, program_id, agent)');
  const [legs] = await tx.sql.query<{ n: number }>(
    `select count(*)::int as n from ${words(batchId)} s where s.leg_of is not null`,
  );
  return legs?.n ?? 0;
}

/** Handle time of a call of the layout. */
export const handleMs = (call: string) =>
  `(${call}.talk_ms + coalesce(${call}.hold_ms, 0) + coalesce(${call}.wrap_ms, 0))`;
