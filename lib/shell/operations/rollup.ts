import { requirePermission } from '#auth';
import type { Session } from '#db';
import { judgeAll } from './judge-vendors.ts';
import { rerateAll } from './rerate-changed.ts';

/** Rebuilds the whole roll-up from the calls, and judges anew; a rebuilt roll-up equals the kept one row for row. */
export async function rebuildRollup(session: Session): Promise<{ days: number; judged: number }> {
  requirePermission(session, 'change', 'database');
  return session.database.transaction(async (tx) => {
    const { days } = await rerateAll(tx);
    return { days, judged: await judgeAll(tx, session.now()) };
  });
}
