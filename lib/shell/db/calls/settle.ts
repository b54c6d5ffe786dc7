import type { Db } from '../database.ts';
import type { Stored } from './merge.ts';

/** Below this many rows the database's own housekeeping is soon enough. */
const BULK = 10_000;

/** What calls are looked up and joined by; the other columns can wait for the database's own housekeeping. */
const LOOKED_UP_BY = 'vendor_id, call_id, program_id, started_at, batch_id';

/**
 * After a bulk load: statistics for the planner, and the block ranges of the new calls. Outside the import's
 * transaction, since it makes other such work wait.
 */
export async function settleCalls(db: Db, { inserted, updated }: Pick<Stored, 'inserted' | 'updated'>): Promise<void> {
  if (inserted + updated < BULK) return;
  await db.sql.execute(`analyze call (${LOOKED_UP_BY})`);
  await db.sql.query(`select brin_summarize_new_values('call_started_at_batch_id_idx')::int as ranges`);
}
