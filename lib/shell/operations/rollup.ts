import { requirePermission } from '#auth';
import { beginTouched, refreshTouched, type Session, touchAll } from '#db';
import { judgeAll } from './judge-vendors.ts';

/** Rebuilds the whole roll-up from the calls, and judges anew; a rebuilt roll-up equals the kept one row for row. */
export async function rebuildRollup(session: Session): Promise<{ days: number; judged: number }> {
  requirePermission(session, 'change', 'database');
  return session.database.transaction(async (tx) => {
    await beginTouched(tx);
    await touchAll(tx);
    const { days } = await refreshTouched(tx);
    return { days, judged: await judgeAll(tx, session.now()) };
  });
}
